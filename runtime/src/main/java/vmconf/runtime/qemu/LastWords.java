package vmconf.runtime.qemu;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import vmconf.runtime.supervise.Exit;

/// Listens to a monitor for why its machine stops.
final class LastWords implements Consumer<QmpEvent> {
    private final CompletableFuture<Void> halted = new CompletableFuture<>();
    private volatile Exit.Cause cause = Exit.Cause.UNKNOWN;

    @Override
    public void accept(QmpEvent event) {
        if (event.name().equals("SHUTDOWN")) {
            cause =
                    switch (event.reason()) {
                        case "guest-shutdown" -> Exit.Cause.GUEST_SHUTDOWN;
                        case "guest-reset" -> Exit.Cause.GUEST_RESET;
                        default -> Exit.Cause.HOST;
                    };
        } else if (event.name().equals("STOP") && cause == Exit.Cause.UNKNOWN) {
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
