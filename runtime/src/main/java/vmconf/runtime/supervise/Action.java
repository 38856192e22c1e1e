package vmconf.runtime.supervise;

import java.util.Optional;

/// What a supervisor does because of an event.
sealed interface Action {
    /// Take leases and start the guest; a `Launched` or `LaunchFailed` of this run follows.
    ///
    /// @param image to boot instead of the one that is defined
    record Launch(int run, Optional<String> image) implements Action {}

    /// Press the power button.
    record PowerDown() implements Action {}

    /// Let its processors stand still; a `PauseDone` of this run and ticket follows.
    record Pause(int run, Ticket ticket) implements Action {}

    /// Let it go on; an `UnpauseDone` of this run and ticket follows.
    record Unpause(int run, Ticket ticket) implements Action {}

    /// Let it go on, so that it can power off.
    record Wake() implements Action {}

    /// Have `DeadlinePassed` of this run come later.
    record ArmDeadline(int run) implements Action {}

    record Kill() implements Action {}

    /// Give back what the launch took.
    record Release() implements Action {}

    record Remember(Ending ending) implements Action {}

    record Reply(Ticket ticket, Answer answer) implements Action {}
}
