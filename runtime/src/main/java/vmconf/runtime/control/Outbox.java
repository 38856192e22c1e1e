package vmconf.runtime.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What a client still has to be told. Whoever says something returns at once; a thread of its own
/// waits for a client that reads slowly, and one that does not read is hung up on.
final class Outbox implements AutoCloseable {
    /// Most bytes that wait for a client.
    static final long MOST_WAITING = 16 << 20;

    private sealed interface Item {
        record Bytes(ByteBuffer bytes) implements Item {}

        record Mark(CountDownLatch reached) implements Item {}

        record End() implements Item {}
    }

    private final SocketChannel channel;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();

    Outbox(SocketChannel channel) {
        this.channel = channel;
        Thread.ofVirtual().name("outbox").start(this::run);
    }

    /// Sends a line after those before it. One that alone is longer than all that may wait is sent
    /// when nothing else waits.
    void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        long before = waiting.getAndAdd(bytes.length);
        if (before > 0 && before + bytes.length > MOST_WAITING) {
            hangUp();
        } else {
            items.add(new Item.Bytes(ByteBuffer.wrap(bytes)));
        }
    }

    /// Waits until everything said so far has been sent.
    ///
    /// @return whether it has been, within that time
    boolean flush(Duration limit) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        items.add(new Item.Mark(reached));
        return reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whether nothing is left to send.
    boolean isEmpty() {
        return waiting.get() == 0;
    }

    private void run() {
        try {
            while (true) {
                switch (items.take()) {
                    case Item.Bytes(ByteBuffer bytes) -> write(bytes);
                    case Item.Mark(CountDownLatch reached) -> reached.countDown();
                    case Item.End() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(ByteBuffer bytes) {
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            hangUp();
        } finally {
            waiting.addAndGet(-length);
        }
    }

    private void hangUp() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    /// No more is sent after what was said before.
    @Override
    public void close() {
        items.add(new Item.End());
    }
}
