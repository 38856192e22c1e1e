package vmconf.compiler.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the header of a qcow2 image: magic, version, backing file's offset and length, cluster
/// bits, size, in network order (QEMU's docs/interop/qcow2).
final class Qcow2Reader {
    private static final int MAGIC = 0x514649fb;
    private static final int HEADER = 32;

    /// Longest name of a backing file in bytes, by the format.
    private static final int MAX_NAME = 1023;

    private Qcow2Reader() {}

    /// The header; nothing when the file is no qcow2 image.
    static Optional<HostFile.Qcow2> read(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer header = bytes(channel, 0, HEADER);
            if (header.remaining() < HEADER || header.getInt() != MAGIC) {
                return Optional.empty();
            }
            header.getInt();
            long nameAt = header.getLong();
            int nameLength = header.getInt();
            header.getInt();
            long size = header.getLong();
            boolean named = nameAt > 0 && nameLength > 0 && nameLength <= MAX_NAME;
            return Optional.of(
                    new HostFile.Qcow2(
                            size,
                            named
                                    ? Optional.of(name(channel, nameAt, nameLength))
                                    : Optional.empty()));
        }
    }

    private static String name(SeekableByteChannel channel, long at, int length)
            throws IOException {
        return StandardCharsets.UTF_8.decode(bytes(channel, at, length)).toString();
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, long at, int length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(at);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Reads on until the buffer is full or the file ends.
        }
        return bytes.flip();
    }
}
