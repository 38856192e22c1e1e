package vmconf.runtime.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// A regular file, opened with another user's rights by the kernel's own judgement: folders on the
/// way, access lists, groups and read-only mounts included.
///
/// As long as it is open, [#path] is this very file, whatever becomes of its name.
public final class OpenFile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STATFS_SIZE = 256;

    /// `procfs` and `sysfs`, whose files depend on who looks.
    private static final Set<Long> KERNELS = Set.of(0x9fa0L, 0x62656572L);

    private final int fd;

    private OpenFile(int fd) {
        this.fd = fd;
    }

    /// Opens for reading, or for reading and writing. Waits ten seconds at most.
    ///
    /// @throws NoSuchFileException when there is none
    /// @throws FileSystemException with the reason for any other refusal
    public static OpenFile as(Credentials who, Path file, boolean toWrite) throws IOException {
        int fd = OpeningThread.open(who, file.toString(), toWrite, PATIENCE);
        if (fd == -Posix.ENOENT) {
            throw new NoSuchFileException(file.toString(), null, Posix.reason(-fd));
        }
        if (fd < 0) {
            throw new FileSystemException(file.toString(), null, Posix.reason(-fd));
        }
        OpenFile open = new OpenFile(fd);
        if (!open.isRegular()) {
            open.close();
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return open;
    }

    private boolean isRegular() throws IOException {
        byte[] statfs = new byte[STATFS_SIZE];
        Posix.check(Posix.C.fstatfs(fd, statfs), "fstatfs");
        long type = ByteBuffer.wrap(statfs).order(ByteOrder.nativeOrder()).getLong();
        return !KERNELS.contains(type) && Files.isRegularFile(path());
    }

    /// By which this process and its children reach the file.
    public Path path() {
        return Path.of("/proc", Long.toString(ProcessHandle.current().pid()), "fd", "" + fd);
    }

    @Override
    public void close() {
        Posix.C.close(fd);
    }
}
