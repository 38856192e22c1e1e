package vmconf.runtime.qemu;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Files of one running guest, gone when it is.
///
/// @param path the folder
record RunFolder(Path path) {
    private static final int LONGEST_COMPLAINT = 4096;

    static RunFolder make(Path path) throws IOException {
        RunFolder folder = new RunFolder(path);
        folder.delete();
        Files.createDirectories(
                path,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return folder;
    }

    Path monitor() {
        return path.resolve("qmp.sock");
    }

    Path console() {
        return path.resolve("console.sock");
    }

    Path pidFile() {
        return path.resolve("pid");
    }

    /// What QEMU prints itself.
    Path errors() {
        return path.resolve("qemu.log");
    }

    /// Who this guest is, for a later daemon.
    Path identity() {
        return path.resolve("guest");
    }

    /// The last line QEMU printed, without its program name; empty when there is none.
    String complaint() {
        try (RandomAccessFile file = new RandomAccessFile(errors().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LONGEST_COMPLAINT));
            byte[] end = new byte[LONGEST_COMPLAINT];
            int count = Math.max(0, file.read(end));
            List<String> lines =
                    new String(end, 0, count, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.isEmpty() ? "" : lines.getLast().replaceFirst("^qemu[^ :]*: ", "");
        } catch (IOException e) {
            return "";
        }
    }

    /// Removes the folder; what cannot be removed is left, a later start tries again.
    void delete() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // not there
        }
    }
}
