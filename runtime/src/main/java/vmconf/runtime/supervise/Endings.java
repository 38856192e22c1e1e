package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;

/// What an exit means, given what had been asked for.
final class Endings {
    private Endings() {}

    /// Nobody had asked.
    static Ending unasked(Event.Exited exited) {
        Instant at = exited.at();
        return switch (exited.exit().cause()) {
            case GUEST_SHUTDOWN -> new Ending.PoweredOff(at);
            case GUEST_RESET -> new Ending.Rebooted(at);
            case HOST, INTERNAL_ERROR, MEMORY_LIMIT, HOST_MEMORY, UNKNOWN ->
                    new Ending.Crashed(at, exited.exit());
        };
    }

    /// The power button had been pressed.
    static Ending asked(Event.Exited exited, Instant since) {
        Instant at = exited.at();
        return switch (exited.exit().cause()) {
            case GUEST_SHUTDOWN, GUEST_RESET ->
                    new Ending.ShutDown(at, Duration.between(since, at));
            case HOST, INTERNAL_ERROR, MEMORY_LIMIT, HOST_MEMORY, UNKNOWN ->
                    new Ending.Crashed(at, exited.exit());
        };
    }

    /// We had killed it.
    static Ending killed(Event.Exited exited, State.Reason reason) {
        return switch (reason) {
            case State.Reason.Forced() -> new Ending.Forced(exited.at());
            case State.Reason.Left() -> new Ending.Sent(exited.at());
            case State.Reason.Rebooting() -> new Ending.Rebooting(exited.at());
            case State.Reason.Overdue(Duration allowed) -> new Ending.Overdue(exited.at(), allowed);
        };
    }
}
