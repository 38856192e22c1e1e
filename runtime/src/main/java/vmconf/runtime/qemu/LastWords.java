package vmconf.runtime.qemu;

import java.util.function.Consumer;
import vmconf.runtime.supervise.Exit;

/// Listens to a monitor for why its machine stops.
final class LastWords implements Consumer<QmpEvent> {
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
        }
    }

    Exit.Cause cause() {
        return cause;
    }
}
