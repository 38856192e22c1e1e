package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands that edit do with files, standard input and options; what they change is in
/// the corpus.
class EditingTest {
    private static final String WEB = "vm \"web\" {\n\tmemory 1G\n\tdisk \"/w.img\"\n}\n";

    @TempDir Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("vm.conf"), WEB);
    }

    @Test
    void standardInputIsAnsweredWholeOnStandardOutput() {
        assertThat(Ran.vmconf(WEB, "set", "-", "web", "memory", "2G"))
                .isEqualTo(
                        new Ran(
                                Command.OK,
                                WEB.replace("1G", "2G"),
                                "<stdin>:2: memory 1G -> 2G\n"));
        assertThat(Ran.vmconf(WEB, "set", "--stdin-name", "x", "-", "web", "memory", "1G"))
                .isEqualTo(new Ran(Command.OK, WEB, "x says so already\n"));
        assertThat(Ran.vmconf(WEB, "rename", "-", "web", "-w"))
                .extracting(Ran::status)
                .isEqualTo(Command.TROUBLE);
    }

    @Test
    void aDiffIsShownAndNothingIsWritten() throws IOException {
        for (String option : new String[] {"--diff", "--dry-run"}) {
            Ran ran = Ran.vmconf("", "set", option, file.toString(), "web", "memory", "2G");
            assertThat(ran.status()).isEqualTo(Command.OK);
            assertThat(ran.out()).contains("-\tmemory 1G\n+\tmemory 2G\n");
            assertThat(ran.err()).endsWith("vm.conf:2: memory 1G -> 2G\n");
            assertThat(Files.readString(file)).isEqualTo(WEB);
        }
        assertThat(
                        Ran.vmconf(
                                        "",
                                        "unset",
                                        "--diff",
                                        "--color",
                                        "always",
                                        file.toString(),
                                        "web",
                                        "memory")
                                .out())
                .contains("\u001b[31m-\tmemory 1G\u001b[0m");
    }

    @Test
    void linksAndPermissionsStayAndNoPartIsLeft() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.conf"), Path.of("vm.conf"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Ran ran = Ran.vmconf("", "set", link.toString(), "web", "owner", "bob");
        assertThat(ran.out()).isEqualTo(link + ":4: added owner bob\n");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).contains("\towner bob\n");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anErrorThatWasThereDoesNotStandInTheWay() throws IOException {
        String faulty = WEB + "vm \"db\" {\n\tmemory lots\n\tdisk \"/d.img\"\n}\n";
        Files.writeString(file, faulty);
        assertThat(Ran.vmconf("", "set", file.toString(), "web", "memory", "2G").status())
                .isEqualTo(Command.OK);
        Ran worse = Ran.vmconf("", "set", file.toString(), "web", "memory", "lots");
        assertThat(worse.status()).isEqualTo(Command.ERRORS);
        assertThat(worse.err())
                .contains("vm.conf:2:9: error: invalid memory size \"lots\"")
                .endsWith("vmconf set: nothing is changed: the edited text would have an error\n");
        assertThat(Files.readString(file)).isEqualTo(faulty.replace("1G", "2G"));
        assertThat(Ran.vmconf("", "rename", file.toString(), "db", "data").status())
                .isEqualTo(Command.OK);
    }

    @Test
    void aRuleThatIsOffIsOffForEditsToo() {
        String[] set = {"set", "-", "web", "interface", "switch", "nowhere"};
        assertThat(Ran.vmconf(WEB, set).status()).isEqualTo(Command.ERRORS);
        Ran off =
                Ran.vmconf(
                        WEB,
                        "set",
                        "--rule",
                        "VM201=off",
                        "-",
                        "web",
                        "interface",
                        "switch",
                        "nowhere");
        assertThat(off.status()).isEqualTo(Command.OK);
        assertThat(off.out()).contains("\tinterface { switch \"nowhere\" }\n");
    }

    @Test
    void oneFileUnderTwoNamesIsWrittenOnce() throws IOException {
        Path part = Files.writeString(folder.resolve("part.conf"), WEB);
        Path other = Files.createSymbolicLink(folder.resolve("other.conf"), part);
        Files.writeString(file, "include \"%s\"\ninclude \"%s\"\n".formatted(part, other));
        Ran ran = Ran.vmconf("", "rename", file.toString(), "web", "www");
        assertThat(ran.status()).isEqualTo(Command.OK);
        assertThat(Files.readString(part)).isEqualTo(WEB.replace("web", "www"));
        assertThat(Ran.vmconf("", "set", file.toString(), "www", "memory", "2G").err())
                .contains("vm \"www\" is defined 2 times");
    }

    @Test
    void aFileThatCannotBeWrittenIsTrouble() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("gone"));
        Path gone = Files.writeString(readOnly.resolve("vm.conf"), WEB);
        Ran ran = Ran.vmconf("", "set", readOnly.toString(), "web", "memory", "2G");
        assertThat(ran.status()).isEqualTo(Command.TROUBLE);
        assertThat(ran.err()).startsWith("vmconf set: ");
        assertThat(Files.readString(gone)).isEqualTo(WEB);
    }

    @Test
    void removeIsAnotherNameOfRemoveVm() {
        String two = WEB + "vm \"db\" { disk \"/d.img\" }\n";
        assertThat(Ran.vmconf(two, "remove", "-", "db").out()).isEqualTo(WEB);
        assertThat(Ran.vmconf(two, "remove-vm", "-", "db").out()).isEqualTo(WEB);
        assertThat(Ran.vmconf(two, "remvoe", "-", "db").err()).contains("did you mean \"remove\"");
    }

    @Test
    void wrongUsageIsSaidWithTheRightOne() {
        assertThat(Ran.vmconf("", "set").err())
                .startsWith("vmconf set: expected a file and then words of vm.conf:")
                .contains("usage: vmconf set [OPTION ...] FILE");
        assertThat(Ran.vmconf("", "set", "--here", "--through-macro", "f", "a", "memory").err())
                .startsWith("vmconf set: --through-macro and --here exclude each other");
        assertThat(Ran.vmconf("", "add-vm", "f").err())
                .startsWith("vmconf add-vm: expected a file");
        assertThat(Ran.vmconf("", "rename", "f", "a").err()).startsWith("vmconf rename: expected");
        assertThat(Ran.vmconf("", "remove", "f", "a", "b").err())
                .startsWith("vmconf remove-vm: expected a file and the name of a VM");
        assertThat(Ran.vmconf("", "unset", "f").err()).startsWith("vmconf unset: expected a file");
        assertThat(Ran.vmconf("", "set", "gone.conf", "web", "memory", "2G"))
                .isEqualTo(
                        new Ran(
                                Command.TROUBLE,
                                "",
                                "vmconf set: cannot read gone.conf: no such file\n"));
    }

    @Test
    void whatOptionsOfAddVmWriteIsReadAgain() {
        Ran ran =
                Ran.vmconf(
                        WEB,
                        "add-vm",
                        "-",
                        "db",
                        "--disk",
                        "/a,b.QCOW2,QCOW2",
                        "--disk",
                        "/c,d",
                        "--boot-device",
                        "disk",
                        "--interface",
                        " switch  x ",
                        "--rule",
                        "VM201=off");
        assertThat(ran.out())
                .endsWith(
                        """

                        vm "db" {
                        	disk "/a,b.QCOW2" format qcow2
                        	disk "/c,d"
                        	boot device disk
                        	interface { switch "x" }
                        }
                        """);
    }
}
