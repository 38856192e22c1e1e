package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;

/// The command's output, byte for byte, and its exit status.
class VmconfTest {
    private static final String FAULTY = "vm \"a\" {\n\tmemry 512M\n\tdisk \"/a.img\"\n}\n";
    private static final String GOOD = "vm \"a\" {\n\tdisk \"/a.img\"\n}\n";

    private static Ran run(String input, String... args) {
        return Ran.vmconf(input, args);
    }

    @Test
    void checkShowsThePlaceAndTheWayOut() {
        Ran result = run(FAULTY, "check", "--stdin-name", "vm.conf", "-");
        assertThat(result.out())
                .isEqualTo(
                        """
                        vm.conf:2:2: error: unknown directive "memry" in a vm block [VM002]
                            2 |     memry 512M
                              |     ^^^^^
                        help: did you mean "memory"?
                        fix: replace "memry" by "memory" (--fix)
                        1 error in 1 file
                        """);
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void checkTellsHowTextCameIn(@TempDir Path folder) throws IOException {
        Path inner = folder.resolve("inner.conf");
        Path outer = folder.resolve("outer.conf");
        Files.writeString(inner, "vm \"a\" {\n\t$small\n\tdisk \"/a.img\"\n}\n");
        Files.writeString(outer, "include \"" + inner + "\"\n");
        Ran result =
                run(
                        "small = \"memory 3\"\ninclude \"" + outer + "\"\n",
                        "check",
                        "--color",
                        "never",
                        "-");
        assertThat(result.out().replace(folder.toString(), "DIR"))
                .isEqualTo(
                        """
                        DIR/inner.conf:2:2: error: invalid memory size "3": less than 1M [VM301]
                            2 |     $small
                              |     ^^^^^^
                           from macro "small", defined at <stdin>:1:9
                           included from DIR/outer.conf:1
                           included from <stdin>:2
                        help: write a size from 1M to 128G, such as 512M or 2G
                        1 error in 1 file
                        """);
    }

    @Test
    void checkOfAGoodFile() {
        Ran result = run(GOOD, "check", "-");
        assertThat(result).isEqualTo(new Ran(0, "nothing wrong in 1 file\n", ""));
    }

    @Test
    void checkWritesJson() {
        Ran result = run(FAULTY, "check", "--format", "json", "-");
        JsonNode json = new JsonMapper().readTree(result.out());
        assertThat(json.at("/files/0/accept").asBoolean()).isFalse();
        JsonNode finding = json.at("/files/0/diagnostics/0");
        assertThat(finding.get("code").asString()).isEqualTo("VM002");
        assertThat(finding.at("/range/start/line").asInt()).isEqualTo(2);
        assertThat(finding.at("/range/start/column").asInt()).isEqualTo(2);
        assertThat(finding.at("/range/end/column").asInt()).isEqualTo(7);
        assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void asVmdPrintsWhatVmdPrints(@TempDir Path folder) throws IOException {
        String faulty = Files.writeString(folder.resolve("faulty.conf"), FAULTY).toString();
        String missing = folder.resolve("missing.conf").toString();
        Ran text = run("", "check", "--as-vmd", faulty, missing);
        assertThat(text.err())
                .isEqualTo(
                        "vmd: %s:2: syntax error%nvmd: failed to open %s: No such file or directory%nconfiguration OK%n"
                                .formatted(faulty, missing));
        assertThat(text.out()).isEmpty();
        assertThat(text.status()).isEqualTo(1);
        Ran json = run("", "check", "--as-vmd", "--format", "json", faulty);
        JsonNode file = new JsonMapper().readTree(json.out()).at("/files/0");
        assertThat(file.get("accept").asBoolean()).isFalse();
        assertThat(file.get("stderr").asString())
                .isEqualTo("vmd: " + faulty + ":2: syntax error\n");
    }

    @Test
    void asVmdRepeatsBytesThatAreNotText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.conf");
        Files.write(file, "switch \"\u00ff\" { up }\n".getBytes(StandardCharsets.ISO_8859_1));
        String message = "switch \"%s\" is missing interface name\n";
        // The byte itself is no UTF-8, which is what the test reads.
        assertThat(run("", "check", "--as-vmd", file.toString()).err())
                .endsWith(message.formatted("\ufffd"));
        String json = run("", "check", "--as-vmd", "--format", "json", file.toString()).out();
        assertThat(new JsonMapper().readTree(json).at("/files/0/stderr").asString())
                .endsWith(message.formatted("\u00ff"));
    }

    @Test
    void asVmdLoadsAsWell(@TempDir Path folder) throws IOException {
        String text =
                """
                switch s { interface veb0 }
                vm "a" { cdrom cd.iso
                    interface { switch s }
                }
                vm "b" { disable }
                local inet6 prefix "fd00::/8"
                """;
        String file = Files.writeString(folder.resolve("vm.conf"), text).toString();
        Ran checked = run("", "check", "--as-vmd", "-v", file);
        assertThat(checked).isEqualTo(new Ran(0, "", "configuration OK\n"));
        String refusal =
                """
                vmd: invalid configuration, no devices
                vmd: %s:5: vm "b" failed: Unknown error: 1002
                """
                        .formatted(file);
        Ran loaded = run("", "check", "--as-vmd", "--load", file);
        assertThat(loaded).isEqualTo(new Ran(1, "", refusal));
        Ran json = run("", "check", "--as-vmd", "--load", "--format", "json", file);
        JsonNode document = new JsonMapper().readTree(json.out());
        assertThat(document.at("/files/0/stderr").asString()).isEqualTo(refusal);
        assertThat(document.at("/files/0/vms")).hasSize(1);
        assertThat(document.at("/files/0/vms/0/nics/0/lladdr").asString())
                .isEqualTo("fe:e1:bb:d1:00:00");
        assertThat(document.at("/files/0/switches/0/id").asInt()).isEqualTo(1);
        assertThat(document.at("/files/0/config/local_prefix6").asString()).isEqualTo("fd00::/8");
        assertThat(document.at("/summary/errors").isNumber()).isTrue();
        assertThat(run("", "check", "--as-vmd", "--load", "-vv", file).err())
                .startsWith("vmd: " + file + ":1: switch \"s\" registered\n");
    }

    @Test
    void coloursWhenAsked() {
        assertThat(run(FAULTY, "check", "--color", "always", "-").out())
                .contains("\u001b[1;31merror");
    }

    @Test
    void severalFilesAreCheckedEachOnItsOwn(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.conf"), GOOD);
        Path faulty = Files.writeString(folder.resolve("faulty.conf"), FAULTY);
        Ran result =
                run(
                        "",
                        "check",
                        good.toString(),
                        faulty.toString(),
                        good.toString(),
                        "missing.conf");
        assertThat(result.out()).endsWith("1 error in 3 files\n");
        assertThat(result.err())
                .isEqualTo("vmconf check: cannot read missing.conf: no such file\n");
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void exitStatusFollowsStrictAndExitZero() {
        String unused = "unused = \"x\"\n" + GOOD;
        assertThat(run(unused, "check", "-").status()).isZero();
        assertThat(run(unused, "check", "--strict", "-").status()).isEqualTo(1);
        assertThat(run(FAULTY, "check", "--exit-zero", "-").status()).isZero();
        assertThat(run(FAULTY, "check", "--strict", "--exit-zero", "-").status()).isZero();
        assertThat(run("", "check", "--exit-zero", "missing.conf").status()).isEqualTo(2);
    }

    @Test
    void verboseNamesTheFilesThatAreRead(@TempDir Path folder) throws IOException {
        Path inner = Files.writeString(folder.resolve("inner.conf"), GOOD);
        String text = "# one\ninclude \"%s\"\ninclude \"gone.conf\"\n".formatted(inner);
        Path outer = Files.writeString(folder.resolve("outer.conf"), text);
        for (String verbose : List.of("-v", "-vv", "--verbose")) {
            assertThat(run("", "check", verbose, outer.toString()).err())
                    .isEqualTo(
                            "vmconf check: read %s%nvmconf check: read %s, included from %s:2%n"
                                    .formatted(outer, inner, outer));
        }
        assertThat(run(GOOD, "check", "-v", "--as-vmd", inner.toString()).err())
                .startsWith("vmd: disk /a.img")
                .doesNotContain("read");
    }

    @Test
    void everyFormatTellsOfAFileThatCannotBeRead() {
        for (String format : List.of("json", "sarif", "github", "gitlab", "gcc", "junit")) {
            Ran result = run("", "check", "--format", format, "missing.conf");
            assertThat(result.out()).contains("missing.conf").contains("no such file");
            assertThat(result.err())
                    .isEqualTo("vmconf check: cannot read missing.conf: no such file\n");
            assertThat(result.status()).isEqualTo(2);
        }
        JsonNode sarif =
                new JsonMapper()
                        .readTree(run("", "check", "--format", "sarif", "missing.conf").out());
        JsonNode invocation = sarif.at("/runs/0/invocations/0");
        assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/level").asString())
                .isEqualTo("error");
    }

    @Test
    void manyFilesAreReportedInTheOrderGiven(@TempDir Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check", "--format", "gcc"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Path file = folder.resolve("f" + i + ".conf");
            Files.writeString(file, i % 3 == 0 ? FAULTY : GOOD);
            arguments.add(file.toString());
            if (i % 3 == 0) {
                expected.add(
                        file + ":2:2: error: unknown directive \"memry\" in a vm block [VM002]");
            }
        }
        Ran result = run("", arguments.toArray(String[]::new));
        assertThat(result.out().lines()).containsExactlyElementsOf(expected);
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void compileWritesThePlan(@TempDir Path folder) throws IOException {
        Path output = folder.resolve("plan.yaml");
        Ran result = run(GOOD, "compile", "-o", output.toString(), "-");
        assertThat(result).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(output)).startsWith("vmconf-plan: 1\ntarget: openbsd\n");
        assertThat(run(GOOD, "compile", "-").out()).isEqualTo(Files.readString(output));
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(output));
    }

    @Test
    void compileRefusesAFaultyFileAndLeavesTheOldPlan(@TempDir Path folder) throws IOException {
        Path output = Files.writeString(folder.resolve("plan.yaml"), "old");
        Ran result = run(FAULTY, "compile", "-o", output.toString(), "-");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("[VM002]");
        assertThat(Files.readString(output)).isEqualTo("old");
    }

    @Test
    void explainTellsAboutARule() {
        Golden.check(
                "compiler/src/test/resources/explain-VM201.txt", run("", "explain", "vm201").out());
        assertThat(run("", "explain").out()).contains("VM201  interface joins an undefined switch");
        assertThat(run("", "explain", "VM999").status()).isEqualTo(2);
    }

    @Test
    void helpIsComplete() {
        Golden.check("compiler/src/test/resources/help.txt", run("", "--help").out());
        Golden.check(
                "compiler/src/test/resources/help-check.txt", run("", "check", "--help").out());
    }

    @Test
    void mistakesOfUseGetOneSentence() {
        assertThat(run("", "chekc").err())
                .startsWith("vmconf: unknown command \"chekc\"\nhelp: did you mean \"check\"?\n");
        assertThat(run("", "check", "--traget", "x").err())
                .startsWith(
                        "vmconf check: unknown option \"--traget\"; did you mean \"--target\"?\n");
        assertThat(run("", "check").err()).startsWith("vmconf check: no file given");
        assertThat(run("", "check", "--format").err())
                .startsWith("vmconf check: option \"format\" needs an argument\n");
        assertThat(run("", "check", "--target", "netbsd", "-").err())
                .contains(
                        "unknown target \"netbsd\", expected openbsd, openbsd-5.9 ... openbsd-7.9 or native\n");
        assertThat(run("", "check", "--format", "jsn", "-").err())
                .startsWith(
                        "vmconf check: unknown format \"jsn\", expected text, json, sarif, github, gitlab,"
                                + " gcc, checkstyle or junit; did you mean \"json\"?\n");
        assertThat(run("", "check", "--as-vmd", "--format", "sarif", "-").err())
                .startsWith("vmconf check: --as-vmd has no places for format \"sarif\"");
        assertThat(run("", "compile", "--format", "jsn", "-").err())
                .contains("unknown format \"jsn\", expected yaml or json; did you mean");
        assertThat(run("", "check", "-D", "x", "-").status()).isEqualTo(2);
        assertThat(run("", "check", "--load", "-").err())
                .startsWith("vmconf check: option \"--load\" needs --as-vmd\n");
        assertThat(run("").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "openbsd6.4, openbsd-6.4",
        "OpenBSD-6.4, openbsd-6.4",
        "6.4, openbsd-6.4",
        "openbsd-5.8, openbsd-5.9",
        "openbsd-7.10, openbsd",
        "openbsd-8.0, openbsd",
        "opnbsd, openbsd",
        "OpenBSD, openbsd",
        "natve, native"
    })
    void anUnknownTargetIsNearOne(String unknown, String near) {
        Ran run = run("", "check", "--target", unknown, "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("native; did you mean \"" + near + "\"?\n");
    }

    @Test
    void plansNameTheirTarget() {
        String file = "vm \"a\" {\n kernel \"/bsd\"\n}\n";
        assertThat(run(file, "compile", "--target", "openbsd-6.0", "-").out())
                .startsWith("vmconf-plan: 1\ntarget: openbsd-6.0\n")
                .contains("/bsd");
        assertThat(run(file, "compile", "-").err()).contains("help: write boot PATH\n");
    }
}
