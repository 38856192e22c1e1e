package vmconf.runtime.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Asks whether a living daemon is behind a control socket. A connection alone does not say so:
/// what it was just starting when it was killed holds its socket for some milliseconds, and then
/// closes it without a word.
final class Probe {
    /// How long what is left of a dead daemon may hold its socket.
    private static final Duration LINGERING = Duration.ofSeconds(1);

    /// Whoever takes connections and says nothing for so long lives, and is busy.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(20);

    /// As the library for messages writes it, which is not loaded for this.
    private static final byte[] PING =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    private enum Found {
        /// says something, or takes its time
        SOMEBODY,
        /// closes without a word: a dead one, or one with too many clients
        SILENCE,
        NOBODY,
    }

    private final Path socket;

    Probe(Path socket) {
        this.socket = socket;
    }

    boolean isAnswered() {
        long end = System.nanoTime() + LINGERING.toNanos();
        Found found = knock();
        while (found == Found.SILENCE && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
            found = knock();
        }
        return found != Found.NOBODY;
    }

    private Found knock() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return asked(channel);
        } catch (IOException e) {
            return Found.NOBODY;
        }
    }

    private static Found asked(SocketChannel channel) {
        try (Selector selector = Selector.open()) {
            channel.write(ByteBuffer.wrap(PING));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            boolean said = selector.select(PATIENCE.toMillis()) > 0;
            return said && channel.read(ByteBuffer.allocate(1)) < 0
                    ? Found.SILENCE
                    : Found.SOMEBODY;
        } catch (IOException e) {
            return Found.SILENCE;
        }
    }
}
