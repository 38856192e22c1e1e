package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project, the command line and a baseline change about a check.
class CheckProjectTest {
    private static final String VM =
            "vm \"a\" {\n    disk \"/var/vm/a.img\"\n    interface { switch \"up\" }\n}\n";

    @TempDir private Path folder;

    @Test
    void aProjectDecidesHowBadARuleIsTaken() throws IOException {
        Path file = write("vm.conf", VM);
        assertThat(Ran.check(file).status()).isEqualTo(1);
        write(".vmconf.yaml", "rules: { VM201: warning }\n");
        assertThat(Ran.check(file).out()).contains("warning: switch \"up\" is not defined [VM201]");
        assertThat(Ran.check(file).status()).isZero();
    }

    @Test
    void theCommandLineHasTheLastWord() throws IOException {
        Path file = write("vm.conf", VM);
        write(".vmconf.yaml", "rules: { VM201: off }\n");
        assertThat(Ran.check(file).out()).isEqualTo("nothing wrong in 1 file\n");
        assertThat(Ran.check(file, "--rule", "VM201=note").out()).contains("1 note in 1 file");
        assertThat(Ran.check(file, "--no-config").status()).isEqualTo(1);
        Path other = write("other.yaml", "rules: { VM201: warning }\n");
        assertThat(Ran.check(file, "--config", other.toString()).out()).contains("1 warning");
    }

    @Test
    void aProjectsMacrosAndTargetHold() throws IOException {
        write(".vmconf.yaml", "target: native\nmacros: { cpus: cpus 2, other: x }\n");
        Path file = write("vm.conf", "vm \"a\" {\n    disk \"/var/vm/a.img\"\n    $cpus\n}\n");
        assertThat(Ran.check(file).out()).isEqualTo("nothing wrong in 1 file\n");
        assertThat(Ran.check(file, "--target", "openbsd").status()).isEqualTo(1);
    }

    @Test
    void aBrokenProjectIsTroubleNamedByPlace() throws IOException {
        write(".vmconf.yaml", "\ntarget: nativ\n");
        Ran ran = Ran.check(write("vm.conf", VM));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains(".vmconf.yaml:2:9: unknown target \"nativ\", expected openbsd,")
                .contains("openbsd-7.9 or native; did you mean \"native\"?\n");
    }

    @Test
    void wrongRuleSettingsAreUsageErrors() throws IOException {
        Path file = write("vm.conf", VM);
        assertThat(Ran.check(file, "--rule", "VM201").err())
                .contains("\"--rule VM201\" has no \"=\"");
        assertThat(Ran.check(file, "--rule", "VM999=off").err()).contains("unknown rule \"VM999\"");
        assertThat(Ran.check(file, "--rule", "VM201=never").err())
                .contains("expected error, warning, note, off");
        assertThat(Ran.check(file, "--rule", "VM001=off").err()).contains("is always an error");
    }

    @Test
    void aBaselineLetsOldFindingsRestAndOnlyShrinks() throws IOException {
        Path file = write("vm.conf", VM);
        String baseline = folder.resolve("baseline.json").toString();
        assertThat(Ran.check(file, "--baseline", baseline).err())
                .contains("--update-baseline makes a new one");

        Ran made = Ran.check(file, "--baseline", baseline, "--update-baseline");
        assertThat(made.status()).isZero();
        assertThat(made.err()).endsWith("baseline.json now holds 1 finding\n");

        String second = VM.replace("\"a\"", "\"b\"").replace("a.img", "b.img");
        write("vm.conf", "# moved\n" + VM + second.replace("up", "down"));
        Ran worse = Ran.check(file, "--baseline", baseline, "--update-baseline");
        assertThat(worse.status()).isEqualTo(1);
        assertThat(worse.out())
                .contains("switch \"down\" is not defined", "1 error in 1 file")
                .doesNotContain("\"up\"");

        write("vm.conf", VM.replace("interface { switch \"up\" }", ""));
        assertThat(Ran.check(file, "--baseline", baseline).err())
                .contains("1 finding of", "is gone; --update-baseline takes it out");
        Ran.check(file, "--baseline", baseline, "--update-baseline");
        write("vm.conf", VM);
        assertThat(Ran.check(file, "--baseline", baseline).status()).isEqualTo(1);
    }

    @Test
    void aDiffShowsTheFixesAndChangesNothing() throws IOException {
        String text = "vm \"a\" { # vmconf: allow VM102 once\n    disk \"/var/vm/a.img\"\n}\n";
        Path file = write("vm.conf", text);
        Ran ran = Ran.check(file, "--diff");
        assertThat(ran.out())
                .startsWith("--- " + file + "\n+++ " + file + "\n@@ -1,3 +1,3 @@\n")
                .contains("\n-vm \"a\" { # vmconf: allow VM102 once\n+vm \"a\" {\n");
        assertThat(ran.err()).endsWith("nothing wrong in 1 file\n1 fix would be made\n");
        assertThat(file).hasContent(text);

        assertThat(Ran.check(file, "--fix").err()).isEqualTo("1 fix made\n");
        assertThat(Files.readString(file)).doesNotContain("#");
    }

    @Test
    void standardInputIsFixedOnStandardOutput() {
        Ran ran = Ran.vmconf("# vmconf: allow VM102 once\n", "check", "--fix", "-");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("nothing wrong in 1 file\n1 fix made\n");
        assertThat(Ran.vmconf("\n", "check", "--fix", "-").out()).isEqualTo("\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theHostIsLookedAtOnlyWhenAsked() throws IOException {
        Path image = write("a.img", "");
        Path file =
                write(
                        "vm.conf",
                        "vm \"a\" {\n    disk \"%s\"\n    cdrom \"%s.iso\"\n    owner no-such-user\n}\n"
                                .formatted(image, image));
        assertThat(Ran.check(file).out()).isEqualTo("nothing wrong in 1 file\n");
        Ran ran = Ran.check(file, "--host");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("a.img.iso\": no such file [VM701]")
                .contains("no user \"no-such-user\" on this host [VM706]")
                .endsWith("2 errors in 1 file\n");
    }
}
