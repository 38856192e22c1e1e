package vmconf.runtime.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Replaces files as a whole: whoever reads, now or after a crash, finds the old text or the new.
public final class AtomicFile {
    private static final String BESIDE = ".new";

    private AtomicFile() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text, () -> {});
    }

    /// @param written runs when the text is on the disk and not yet in its place
    static void write(Path file, String text, Runnable written) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try (FileChannel channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        written.run();
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
