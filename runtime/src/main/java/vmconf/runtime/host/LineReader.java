package vmconf.runtime.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Lines from a channel, none longer than a limit.
public final class LineReader {
    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10).flip();
    private final int limit;

    public LineReader(ReadableByteChannel channel, int limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /// The next line without its end; empty at the end of the stream.
    public Optional<String> next() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        while (true) {
            if (!buffer.hasRemaining()) {
                int count = channel.read(buffer.clear());
                buffer.flip();
                if (count < 0) {
                    return Optional.empty();
                }
                continue;
            }
            byte next = buffer.get();
            if (next == '\n') {
                return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8).strip());
            }
            if (length == limit) {
                throw new IOException("line longer than %d bytes".formatted(limit));
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(limit, length * 2));
            }
            line[length++] = next;
        }
    }

    /// What has been read beyond the last line, for a stream that goes on without lines.
    public byte[] rest() {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }
}
