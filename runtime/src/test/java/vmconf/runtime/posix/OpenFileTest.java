package vmconf.runtime.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the kernel lets other users open. Numbers do, nobody needs an account.
class OpenFileTest {
    private static final int USER = 54_321;
    private static final int GROUP = 54_322;
    private static final int OTHER = 54_323;
    private static final Credentials JOE = new Credentials(USER, GROUP, List.of(OTHER));

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void root() throws IOException {
        assumeTrue(own() == 0, "only root can open files as somebody else");
        open(folder, "rwxr-xr-x");
    }

    private static int own() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,rw-r--r--,true,false",
        "0,0,rw-------,false,false",
        "0,0,rw-rw-rw-,true,true",
        "54321,0,rw-------,true,true",
        "54321,0,r--------,true,false",
        "54321,0,---rw-rw-,false,false",
        "0,54322,rw-rw----,true,true",
        "0,54322,rw-r-----,true,false",
        "0,54323,rw-rw----,true,true",
        "0,54323,rw----rw-,false,false",
        "0,54324,rw-rw----,false,false",
    })
    void modes(int user, int group, String mode, boolean reads, boolean writes) throws Exception {
        Path file = open(Files.writeString(folder.resolve("f"), "x"), mode);
        Files.setAttribute(file, "unix:uid", user);
        Files.setAttribute(file, "unix:gid", group);
        open(file, mode);
        assertThat(opens(file, false)).isEqualTo(reads);
        assertThat(opens(file, true)).isEqualTo(writes);
    }

    @Test
    void foldersOnTheWayCount() throws Exception {
        Path secret = Files.createDirectory(folder.resolve("secret"));
        Path file = open(Files.writeString(secret.resolve("f"), "x"), "rw-rw-rw-");
        open(secret, "rwxr-xr--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(opens(file, false)).isFalse();
        assertThat(opens(link, false)).isFalse();
        open(secret, "rwxr-x--x");
        assertThat(opens(link, true)).isTrue();
    }

    @Test
    void reasonsAreTheKernels() throws Exception {
        assertThatThrownBy(() -> OpenFile.as(JOE, folder.resolve("none"), false))
                .isInstanceOf(NoSuchFileException.class);
        Path file = open(Files.writeString(folder.resolve("f"), "x"), "rw-------");
        assertThat(reason(file)).isEqualTo("Permission denied");
        assertThat(reason(folder)).isEqualTo("not a regular file");
        assertThat(reason(Path.of("/dev/null"))).isEqualTo("not a regular file");
        assertThat(reason(Path.of("/proc/self/maps"))).isEqualTo("not a regular file");
        Path own = Files.createSymbolicLink(folder.resolve("own"), Path.of("/proc/self/exe"));
        assertThat(reason(own)).isEqualTo("Too many levels of symbolic links");
        assertThat(reason(Path.of("/proc/self/fd/0"))).startsWith("Too many levels");
    }

    @Test
    void staysTheFileWhateverBecomesOfItsName() throws Exception {
        Path file = open(Files.writeString(folder.resolve("f"), "mine"), "rw-r--r--");
        try (OpenFile held = OpenFile.as(JOE, file, false)) {
            Files.move(file, folder.resolve("g"));
            Files.writeString(file, "another");
            assertThat(held.path()).hasContent("mine");
        }
    }

    /// Other threads keep root's rights, and no number is left open.
    @Test
    void rightsStayInTheirThread() throws Exception {
        Path file = open(Files.writeString(folder.resolve("f"), "x"), "rw-------");
        assertThat(opens(file, false)).isFalse();
        long before = openFiles();
        for (int i = 0; i < 50; i++) {
            assertThat(opens(file, false)).isFalse();
            assertThat(file).hasContent("x");
        }
        assertThat(openFiles()).isEqualTo(before);
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path each : threads.toList()) {
                String status = status(each);
                if (status.isEmpty() || status.startsWith("Name:\topen as")) {
                    continue; // ends just now
                }
                assertThat(status)
                        .contains("Uid:\t0\t0\t0\t0\n", "Gid:\t0\t0\t0\t0\n")
                        .doesNotContain("Groups:\t54323");
            }
        }
    }

    private static String status(Path thread) {
        try {
            return Files.readString(thread.resolve("status"));
        } catch (IOException e) {
            return "";
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static Path open(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static boolean opens(Path file, boolean toWrite) throws IOException {
        try (OpenFile _ = OpenFile.as(JOE, file, toWrite)) {
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    private static String reason(Path file) throws IOException {
        try (OpenFile _ = OpenFile.as(JOE, file, false)) {
            return "";
        } catch (FileSystemException e) {
            return e.getReason();
        }
    }
}
