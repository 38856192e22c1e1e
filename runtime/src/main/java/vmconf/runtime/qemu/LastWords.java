package vmconf.runtime.qemu;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vmconf.runtime.supervise.Exit;

/// Listens to a monitor for why its machine stops, for reboots and errors of disks.
final class LastWords implements Consumer<QmpEvent> {
    /// Resets that follow the first one sooner than this belong to the same reboot.
    private static final Duration ONE_REBOOT = Duration.ofSeconds(1);

    private final CompletableFuture<Void> halted = new CompletableFuture<>();
    private final LongSupplier nanoTime;
    private final DiskErrors disks;
    private volatile Exit.Cause cause = Exit.Cause.UNKNOWN;
    private int unheardReboots;
    private Optional<Runnable> reboot = Optional.empty();
    private OptionalLong firstReset = OptionalLong.empty();

    LastWords() {
        this(System::nanoTime);
    }

    LastWords(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.disks = new DiskErrors(nanoTime);
    }

    @Override
    public void accept(QmpEvent event) {
        disks.accept(event);
        if (event.name().equals("SHUTDOWN")) {
            cause =
                    switch (event.reason()) {
                        case "guest-shutdown" -> Exit.Cause.GUEST_SHUTDOWN;
                        case "guest-reset" -> Exit.Cause.GUEST_RESET;
                        default -> Exit.Cause.HOST;
                    };
        } else if (event.name().equals("RESET") && event.reason().equals("guest-reset")) {
            reset();
        } else if (event.name().equals("STOP") && cause == Exit.Cause.UNKNOWN) {
            halted.complete(null);
        }
    }

    /// One reboot is often several resets: systems try one way of resetting after the other, and a
    /// firmware that finds itself started anew resets once more.
    private synchronized void reset() {
        long now = nanoTime.getAsLong();
        if (firstReset.isEmpty() || now - firstReset.getAsLong() >= ONE_REBOOT.toNanos()) {
            firstReset = OptionalLong.of(now);
            rebooted();
        }
    }

    private void rebooted() {
        if (reboot.isPresent()) {
            reboot.get().run();
        } else {
            unheardReboots++;
        }
    }

    /// Calls this on every reboot of the guest's system, also on those before.
    synchronized void onReboot(Runnable listener) {
        reboot = Optional.of(listener);
        for (; unheardReboots > 0; unheardReboots--) {
            listener.run();
        }
    }

    DiskErrors disks() {
        return disks;
    }

    /// Told what the machine does now and then.
    void seen(String status) {
        if (status.equals("internal-error")) {
            halted.complete(null);
        }
    }

    /// Completes when the machine stands still without having been told to.
    CompletionStage<Void> halted() {
        return halted;
    }

    void internalError() {
        cause = Exit.Cause.INTERNAL_ERROR;
    }

    Exit.Cause cause() {
        return cause;
    }
}
