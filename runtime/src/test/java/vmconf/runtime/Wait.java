package vmconf.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for something outside this process.
final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofMillis(50);

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    private Wait() {}

    static void until(String what, Condition condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited too long until " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
