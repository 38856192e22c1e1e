package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import vmconf.runtime.console.Viewer;

/// Keeps the record of a console within bounds. QEMU writes it, so that nothing is missed while no
/// daemon runs; a full one is copied to `.old` and emptied under QEMU's hands.
final class ConsoleLog implements Viewer {
    private static final long LARGEST = 1 << 20;
    private static final int LOOK_EVERY = 64 << 10;

    private final Path path;
    private int unseen;

    private ConsoleLog(Path path) {
        this.path = path;
    }

    static ConsoleLog at(Path path) throws IOException {
        ConsoleLog log = new ConsoleLog(path);
        log.trim();
        return log;
    }

    Path path() {
        return path;
    }

    /// The end of it.
    byte[] end() {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(LOOK_EVERY);
            file.position(Math.max(0, file.size() - LOOK_EVERY));
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            return Arrays.copyOf(bytes.array(), bytes.position());
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public void output(byte[] bytes) {
        unseen += bytes.length;
        if (unseen >= LOOK_EVERY) {
            unseen = 0;
            try {
                trim();
            } catch (IOException e) {
                // tried again with the next output
            }
        }
    }

    @Override
    public void ended() {}

    private void trim() throws IOException {
        if (Files.exists(path) && Files.size(path) > LARGEST) {
            Path old = path.resolveSibling(path.getFileName() + ".old");
            Files.copy(path, old, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
        }
    }
}
