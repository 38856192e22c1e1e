package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FmtCommandTest {
    private static final String LOOSE = "vm \"a\"{\n  memory   1G\n}";
    private static final String RIGHT = "vm \"a\" {\n\tmemory 1G\n}\n";
    private static final String BROKEN = "vm \"a\" {\n  memry 1G\n}\n";

    @TempDir private Path folder;

    @Test
    void printsTheTextOfOneFile() throws IOException {
        Path file = write("a.conf", LOOSE);
        assertThat(fmt(file)).isEqualTo(new Ran(Command.OK, RIGHT, ""));
        assertThat(file).hasContent(LOOSE);
    }

    @Test
    void answersStandardInputOnStandardOutput() {
        assertThat(Ran.vmconf(LOOSE, "fmt", "-")).isEqualTo(new Ran(Command.OK, RIGHT, ""));
    }

    @Test
    void rewritesTheFilesThatChangeAndNamesThem() throws IOException {
        Path loose = write("a.conf", LOOSE);
        Path right = write("b.conf", RIGHT);
        var before = Files.getLastModifiedTime(right);
        assertThat(fmt("-w", loose, right)).isEqualTo(new Ran(Command.OK, loose + "\n", ""));
        assertThat(loose).hasContent(RIGHT);
        assertThat(Files.getLastModifiedTime(right)).isEqualTo(before);
        assertThat(fmt("-w", loose, right)).isEqualTo(new Ran(Command.OK, "", ""));
    }

    @Test
    void namesTheFilesThatWouldChange() throws IOException {
        Path loose = write("a.conf", LOOSE);
        Path right = write("b.conf", RIGHT);
        assertThat(fmt("--check", right, loose))
                .isEqualTo(
                        new Ran(
                                Command.ERRORS,
                                loose + "\n",
                                "1 of 2 files would change; vmconf fmt -w writes it\n"));
        assertThat(fmt("--check", right)).isEqualTo(new Ran(Command.OK, "", ""));
        assertThat(loose).hasContent(LOOSE);
    }

    @Test
    void showsWhatWouldChange() {
        Ran ran = Ran.vmconf(LOOSE, "fmt", "--diff", "--stdin-name", "x.conf", "-");
        assertThat(ran.status()).isEqualTo(Command.ERRORS);
        assertThat(ran.out())
                .startsWith("--- x.conf\n+++ x.conf\n")
                .contains("-vm \"a\"{\n", "+vm \"a\" {\n");
        assertThat(Ran.vmconf(RIGHT, "fmt", "--diff", "-")).isEqualTo(new Ran(Command.OK, "", ""));
    }

    @Test
    void leavesAFileWithAMistakeAloneAndGoesOn() throws IOException {
        Path broken = write("a.conf", BROKEN);
        Path loose = write("b.conf", LOOSE);
        Ran ran = fmt("-w", broken, loose);
        assertThat(ran.status()).isEqualTo(Command.ERRORS);
        assertThat(ran.out()).isEqualTo(loose + "\n");
        assertThat(ran.err())
                .contains(broken + ":2:3: error: unknown directive \"memry\"", "did you mean")
                .endsWith(
                        "vmconf fmt: %s is left as it is: it has an error of form\n"
                                        .formatted(broken)
                                + "help: vmconf check --fix makes the fixes\n");
        assertThat(broken).hasContent(BROKEN);
    }

    @Test
    void aFileThatCannotBeReadIsTrouble() throws IOException {
        Path missing = folder.resolve("missing.conf");
        Ran ran = fmt("--check", missing, write("a.conf", LOOSE));
        assertThat(ran.status()).isEqualTo(Command.TROUBLE);
        assertThat(ran.err()).startsWith("vmconf fmt: cannot read " + missing + ": no such file\n");
    }

    @Test
    void aFileThatMightNotSayTheSameIsLeftAlone() throws IOException {
        // The macro ends in a backslash; only the blank behind it keeps the lines apart.
        String text = "m = x\\\\ \nvm \"a\" {\n  disk $m  \n  enable\n}\n";
        Path file = write("a.conf", text);
        assertThat(fmt("-w", file))
                .isEqualTo(
                        new Ran(
                                Command.TROUBLE,
                                "",
                                "vmconf fmt: %s is left as it is: laid out, it might not say the same\n"
                                        .formatted(file)));
        assertThat(file).hasContent(text);
    }

    @Test
    void aFolderStandsForTheFilesBelowIt() throws IOException {
        Path a = write("a.conf", LOOSE);
        Path c = write("b/c.conf", LOOSE);
        write("b/notes.txt", LOOSE);
        write(".git/d.conf", LOOSE);
        assertThat(fmt("--check", folder, a).out()).isEqualTo(a + "\n" + c + "\n");
        assertThat(fmt("--check", folder.resolve(".git")).status()).isEqualTo(Command.ERRORS);
        Ran none = fmt("--check", Files.createDirectory(folder.resolve("empty")));
        assertThat(none.status()).isEqualTo(Command.TROUBLE);
        assertThat(none.err()).contains("no file named *.conf below");
    }

    @Test
    void aBlockThatEndsInAnotherFileIsLaidOutBesideIt() throws IOException {
        Path part = write("part.conf", "vm \"a\" {\n  disk \"/a.img\"\n");
        Path top = write("top.conf", "include \"" + part + "\"\n memory 1G\n}\n");
        assertThat(fmt("--check", part).status()).isEqualTo(Command.ERRORS);
        assertThat(fmt("-w", folder).out()).isEqualTo(part + "\n" + top + "\n");
        assertThat(part).hasContent("vm \"a\" {\n\tdisk \"/a.img\"\n");
        assertThat(top).hasContent("include \"" + part + "\"\n\tmemory 1G\n}\n");
    }

    @Test
    void bytesThatAreNotUtf8Stay() throws IOException {
        byte[] loose =
                "vm 'a\u00e9' {\n enable # \u00ff\n}\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.conf"), loose);
        assertThat(fmt("-w", file).status()).isEqualTo(Command.OK);
        assertThat(Files.readAllBytes(file))
                .isEqualTo(
                        "vm \"a\u00e9\" {\n\tenable # \u00ff\n}\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse("expected a file or folder; \"-\" is standard input"),
                misuse("several files need -w, --check or --diff", "a.conf", "b.conf"),
                misuse("-w cannot write standard input; leave it out", "-w", "-"),
                misuse("-w writes, --check and --diff do not; choose one", "-w", "--diff", "a"),
                misuse("unknown option \"--cheek\"; did you mean \"--check\"?", "--cheek", "a"));
    }

    private static Arguments misuse(String message, String... arguments) {
        return Arguments.of(message, arguments);
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void whatMakesNoSenseIsRefused(String message, String[] arguments) {
        String[] all = Stream.concat(Stream.of("fmt"), Stream.of(arguments)).toArray(String[]::new);
        Ran ran = Ran.vmconf("", all);
        assertThat(ran.status()).isEqualTo(Command.TROUBLE);
        assertThat(ran.err()).startsWith("vmconf fmt: " + message + "\nusage: vmconf fmt ");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Ran fmt(Object... arguments) {
        return Ran.vmconf(
                "",
                Stream.concat(Stream.of("fmt"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
    }
}
