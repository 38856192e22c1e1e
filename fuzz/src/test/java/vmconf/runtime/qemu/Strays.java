package vmconf.runtime.qemu;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What ended a thread without anybody waiting for it.
final class Strays {
    private static final AtomicReference<@Nullable Throwable> FIRST = new AtomicReference<>();

    private Strays() {}

    static void watch() {
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> FIRST.compareAndSet(null, e));
    }

    static void check() {
        Throwable stray = FIRST.getAndSet(null);
        if (stray != null) {
            throw new AssertionError("a thread has ended by an exception", stray);
        }
    }
}
