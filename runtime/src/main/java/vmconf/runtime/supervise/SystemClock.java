package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;

/// The host's clock; a virtual thread sleeps for each appointment.
public final class SystemClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        Thread.ofVirtual()
                .name("timer")
                .start(
                        () -> {
                            try {
                                Thread.sleep(delay);
                                task.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }
}
