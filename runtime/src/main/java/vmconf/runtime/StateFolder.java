package vmconf.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import vmconf.runtime.host.Places;
import vmconf.runtime.state.AtomicFile;

/// The daemon's own folder, locked as long as this daemon lives.
///
/// @param lock kept so that it stays held
record StateFolder(Path path, FileLock lock) implements AutoCloseable {
    /// Room for `/run/16384/console.sock`.
    private static final int LONGEST_BELOW = 24;

    /// Makes the folder where it is missing; nobody else may look into it.
    static void make(Path path) throws IOException {
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(owner));
        Files.setPosixFilePermissions(path, owner);
    }

    static StateFolder take(Path path) throws StartupException {
        if (path.toString().length() + LONGEST_BELOW > Places.LONGEST_SOCKET_PATH) {
            throw new StartupException("vmd: state folder %s: name too long".formatted(path));
        }
        try {
            make(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new StartupException(
                        "vmd: another vmd uses the state folder %s".formatted(path));
            }
            return new StateFolder(path, lock);
        } catch (IOException | OverlappingFileLockException e) {
            throw new StartupException(
                    "vmd: cannot use the state folder %s: %s".formatted(path, e.getMessage()));
        }
    }

    Path log() {
        return path.resolve("vmd.log");
    }

    /// This host's own seed, drawn once: MAC addresses stay the same and differ from other hosts'.
    String seed() throws IOException {
        Path file = path.resolve("seed");
        if (!Files.exists(file)) {
            AtomicFile.write(file, UUID.randomUUID() + "\n");
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
