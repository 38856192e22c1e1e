package vmconf.runtime.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A serial line whose guest is the test.
public final class FakeSerial implements ByteChannel {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> printed = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private volatile boolean open = true;

    /// The guest prints.
    public void print(String text) {
        printed.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What has been typed into the guest.
    public synchronized String typed() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        try {
            byte[] bytes = printed.take();
            if (bytes.length == 0) {
                return -1;
            }
            buffer.put(bytes);
            return bytes.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public synchronized int write(ByteBuffer buffer) {
        int count = buffer.remaining();
        while (buffer.hasRemaining()) {
            typed.write(buffer.get());
        }
        notifyAll();
        return count;
    }

    /// Waits until the guest has been typed that.
    public synchronized void awaitTyped(String text) throws InterruptedException {
        while (!typed().contains(text)) {
            wait();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        printed.add(END);
    }
}
