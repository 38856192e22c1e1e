package vmconf.runtime.qemu;

import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CountDownLatch;

/// A monitor that says what was recorded, a line at a time and then no more, once it has been asked
/// often enough.
final class RecordedMonitor implements ByteChannel {
    private final ByteBuffer recorded;
    private final CountDownLatch asked;
    private volatile boolean finished;
    private volatile boolean open = true;

    RecordedMonitor(byte[] recorded, int questions) {
        this.recorded = ByteBuffer.wrap(recorded);
        this.asked = new CountDownLatch(questions);
    }

    /// Everything has been taken.
    boolean isFinished() {
        return finished;
    }

    @Override
    public int read(ByteBuffer into) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        if (!recorded.hasRemaining()) {
            finished = true;
            return -1;
        }
        int before = into.position();
        byte last = 0;
        while (last != '\n' && recorded.hasRemaining() && into.hasRemaining()) {
            last = recorded.get();
            into.put(last);
        }
        return into.position() - before;
    }

    @Override
    public int write(ByteBuffer from) {
        int count = from.remaining();
        from.position(from.limit());
        asked.countDown();
        return count;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        while (asked.getCount() > 0) {
            asked.countDown();
        }
    }
}
