package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;

/// How quickly a guest's system reboots (`vmd-runtime` section 6).
///
/// @param last when it came up the last time
/// @param quick how many times in a row that was soon after the time before
record Pace(Instant last, int quick) {
    /// A reboot sooner than this after the one before counts.
    static final Duration SOON = Duration.ofSeconds(6);

    /// That many of them in a row are too many.
    static final int TOO_MANY = 3;

    /// A guest that has just started.
    static Pace from(Instant start) {
        return new Pace(start, 0);
    }

    /// After a reboot.
    Pace rebooted(Instant at) {
        boolean soon = Duration.between(last, at).compareTo(SOON) < 0;
        return new Pace(at, soon ? quick + 1 : 0);
    }

    boolean isTooQuick() {
        return quick >= TOO_MANY;
    }
}
