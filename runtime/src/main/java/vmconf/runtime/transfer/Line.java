package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A client's connection while a state passes through it. One thread uses it, any may cut it.
final class Line implements AutoCloseable {
    /// So long a side that is cut has for being told why.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final int BUFFER = 1 << 16;

    private final SocketChannel channel;
    private final ByteBuffer incoming;
    private final Pulse pulse;
    private volatile Optional<String> reason = Optional.empty();
    private volatile boolean lastWords;

    /// @param early what has been read of the connection already
    Line(SocketChannel channel, byte[] early, Duration idle) {
        this.channel = channel;
        this.incoming = ByteBuffer.allocate(Math.max(BUFFER, early.length));
        incoming.put(early).flip();
        this.pulse = Pulse.watch(idle, this::cut);
    }

    /// From now on reading and writing fail with that reason. What waits does so soon.
    void cut(String why) {
        if (reason.isEmpty()) {
            reason = Optional.of(why);
            Thread.ofVirtual().name("cut").start(this::hangUp);
        }
    }

    private void hangUp() {
        try {
            channel.shutdownInput();
            Thread.sleep(LAST_WORDS);
            channel.close();
        } catch (IOException e) {
            // it is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Why it was cut; absent when it was not.
    Optional<String> reason() {
        return reason;
    }

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (!incoming.hasRemaining() && !refill()) {
                    return -1;
                }
                int some = Math.min(length, incoming.remaining());
                incoming.get(into, from, some);
                return some;
            }
        };
    }

    private boolean refill() throws IOException {
        int count;
        try {
            count = channel.read(incoming.clear());
        } catch (IOException e) {
            throw failure("the client has gone");
        } finally {
            incoming.flip();
        }
        if (count < 0 && reason.isPresent()) {
            throw failure("");
        }
        pulse.beat();
        return count >= 0;
    }

    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (reason.isPresent() && !lastWords) {
                    throw failure("");
                }
                send(ByteBuffer.wrap(bytes, from, length));
            }
        };
    }

    private void send(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
                pulse.beat();
            }
        } catch (IOException e) {
            throw failure("the client has gone");
        }
    }

    private IOException failure(String otherwise) {
        return new IOException(reason.orElse(otherwise));
    }

    /// What is said from now on is said although it has been cut.
    void allowLastWords() {
        lastWords = true;
    }

    /// The last thing that the client hears.
    void say(String text) throws IOException {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        send(ByteBuffer.wrap((clean + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        pulse.close();
    }
}
