package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;

/// Time, and waking up later.
public interface Clock {
    Instant now();

    /// Runs something quick once, later, on another thread.
    void after(Duration delay, Runnable task);
}
