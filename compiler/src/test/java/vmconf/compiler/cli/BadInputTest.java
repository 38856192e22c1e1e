package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that nobody should give: an answer in bounded time and memory, never a stack trace.
@Timeout(60)
class BadInputTest {
    @TempDir private Path folder;

    @Test
    void aFileOfAGibibyteIsRefusedBySize() throws IOException {
        Path file = folder.resolve("huge.conf");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertRefused(Ran.check(file), "larger than 64 MiB");
        Path top = write("top.conf", "include \"" + file + "\"\n");
        assertThat(Ran.check(top).out())
                .contains("cannot include", "larger than 64 MiB", "[VM103]");
    }

    @Test
    void includesOfMoreTextThanFitsAreRefused() throws IOException {
        byte[] blanks = new byte[60 << 20];
        Arrays.fill(blanks, (byte) '#');
        Path big = Files.write(folder.resolve("big.conf"), blanks);
        Path top = write("top.conf", ("include \"" + big + "\"\n").repeat(6));
        assertThat(Ran.check(top).out()).contains("more than 256 MiB of text in all", "[VM103]");
    }

    @Test
    void aMillionMacrosAreRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            text.append('m').append(i).append(" = \"x\"\n");
        }
        text.append("last = $m999999\n");
        Path file = write("macros.conf", text.toString());
        Ran ran = Ran.check(file, "--rule", "VM102=off");
        assertThat(ran.out()).isEqualTo("nothing wrong in 1 file\n");
    }

    @Test
    void tenThousandLevelsOfIncludesAreRefusedOnce() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            write(
                    "l" + i + ".conf",
                    "include \"" + folder.resolve("l" + (i + 1) + ".conf") + "\"\n");
        }
        Ran ran = Ran.check(folder.resolve("l0.conf"));
        assertThat(ran.out())
                .contains("includes are nested more than 100 deep", "1 error in 1 file");
    }

    @ParameterizedTest
    @CsvSource({"100, nothing wrong in 1 file", "101, 1 error in 1 file"})
    void includesNestAHundredDeep(int deepest, String summary) throws IOException {
        for (int i = 0; i < deepest; i++) {
            write(
                    "l" + i + ".conf",
                    "include \"" + folder.resolve("l" + (i + 1) + ".conf") + "\"\n");
        }
        write("l" + deepest + ".conf", "vm \"a\" {\n\tdisk \"/a.img\"\n}\n");
        assertThat(Ran.check(folder.resolve("l0.conf")).out()).endsWith(summary + "\n");
    }

    @Test
    void aCircleIsReportedOnce() throws IOException {
        Path a = folder.resolve("a.conf");
        write("b.conf", "include \"" + a + "\"\n");
        write("a.conf", "include \"" + folder.resolve("b.conf") + "\"\n");
        assertThat(Ran.check(a).out()).contains("includes itself [VM104]", "1 error in 1 file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/full", "/dev/tty"})
    void devicesAreNotRead(String device) throws IOException {
        Path top = write("top.conf", "include \"" + device + "\"\n");
        assertThat(Ran.check(top).out()).contains("cannot include", "[VM103]");
        assertRefused(Ran.check(Path.of(device)), "");
    }

    @Test
    void aFifoIsNotWaitedFor() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
        assertRefused(Ran.check(fifo), "not a regular file");
    }

    @Test
    void aDirectoryIsEmptyAsForVmd() throws IOException {
        Path top = write("top.conf", "include \"" + folder + "\"\n");
        assertThat(Ran.check(top).out()).isEqualTo("nothing wrong in 1 file\n");
    }

    @Test
    void aLoopOfSymbolicLinksIsNamed() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertRefused(Ran.check(loop), "too many levels of symbolic links");
    }

    @Test
    void anUnreadableFileIsNamed() throws IOException {
        Path secret = write("secret.conf", "vm a {\n}\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "root reads every file");
        assertRefused(Ran.check(secret), "permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\1", "\2", "\r", "\r\n\r\n", "\ud83d\ude00", "\ufeff", "\u0085"})
    void oddCharactersAnywhere(String odd) throws IOException {
        String text = "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n";
        for (int at = 0; at <= text.length(); at++) {
            Path file = write("odd.conf", text.substring(0, at) + odd + text.substring(at));
            assertThat(Ran.check(file).status()).isLessThan(2);
        }
    }

    @Test
    void bytesThatAreNoUtf8() throws IOException {
        byte[] text =
                "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < text.length; at++) {
            byte[] broken = text.clone();
            broken[at] = (byte) 0xff;
            Path file = Files.write(folder.resolve("broken.conf"), broken);
            assertThat(Ran.check(file, "--format", "json").status()).isLessThan(2);
        }
    }

    @Test
    void aWordOfAMegabyteAndAMillionBraces() throws IOException {
        assertThat(Ran.check(write("a.conf", "vm " + "x".repeat(1 << 20) + " {\n}\n")).status())
                .isEqualTo(1);
        assertThat(Ran.check(write("b.conf", "vm a {\n".repeat(10_000))).status()).isEqualTo(1);
        assertThat(Ran.check(write("c.conf", "{".repeat(1_000_000))).status()).isEqualTo(1);
        assertThat(Ran.check(write("d.conf", "}\n".repeat(10_000))).status()).isEqualTo(1);
    }

    private static void assertRefused(Ran ran, String reason) {
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("cannot read", reason).doesNotContain("Exception");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
