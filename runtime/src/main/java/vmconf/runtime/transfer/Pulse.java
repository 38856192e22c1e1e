package vmconf.runtime.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches whether a transfer gets on.
final class Pulse implements AutoCloseable {
    private final Duration idle;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long last = System.nanoTime();

    private Pulse(Duration idle) {
        this.idle = idle;
    }

    /// @param stalled told once, when nothing has happened for that long
    static Pulse watch(Duration idle, Consumer<String> stalled) {
        Pulse pulse = new Pulse(idle);
        Thread.ofVirtual().name("pulse").start(() -> pulse.run(stalled));
        return pulse;
    }

    /// Something has happened.
    void beat() {
        last = System.nanoTime();
    }

    private void run(Consumer<String> stalled) {
        try {
            long left = idle.toNanos();
            while (left > 0) {
                if (over.await(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
                left = idle.toNanos() - (System.nanoTime() - last);
            }
            stalled.accept("nothing has moved for %d s".formatted(Math.max(1, idle.toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
