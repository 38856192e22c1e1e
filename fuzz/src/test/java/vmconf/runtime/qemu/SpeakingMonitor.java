package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Says what it was told to say to the first who connects, and hangs up. Where a NUL stands it
/// waits for a question, but not for long: what has been said may have been nothing to go on with.
final class SpeakingMonitor {
    private static final Duration SHORT = Duration.ofMillis(3);

    private final byte[] said;
    private final Semaphore questions = new Semaphore(0);
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    SpeakingMonitor(byte[] said) {
        this.said = said;
    }

    /// Completes when the other end has hung up, too.
    CompletableFuture<Void> left() {
        return left;
    }

    void serve(ServerSocketChannel server) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (SocketChannel client = server.accept()) {
                                Thread.ofVirtual().start(() -> speak(client));
                                listen(client);
                            } catch (IOException e) {
                                // hung up on in the middle of a word
                            } finally {
                                left.complete(null);
                            }
                        });
    }

    private void listen(SocketChannel client) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(1 << 10);
        while (client.read(heard.clear()) >= 0) {
            for (int i = 0; i < heard.position(); i++) {
                questions.release(heard.get(i) == '\n' ? 1 : 0);
            }
        }
    }

    private void speak(SocketChannel client) {
        try {
            int from = 0;
            for (int i = 0; i < said.length; i++) {
                if (said[i] == 0) {
                    say(client, from, i);
                    from = i + 1;
                    if (!questions.tryAcquire(SHORT.toNanos(), TimeUnit.NANOSECONDS)) {
                        break;
                    }
                }
            }
            say(client, from, said.length);
            client.shutdownOutput();
        } catch (IOException e) {
            // nobody listens any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(SocketChannel client, int from, int until) throws IOException {
        ByteBuffer words = ByteBuffer.wrap(said, from, until - from);
        while (words.hasRemaining()) {
            client.write(words);
        }
    }
}
