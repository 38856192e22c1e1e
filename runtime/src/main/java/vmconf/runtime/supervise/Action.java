package vmconf.runtime.supervise;

import vmconf.plan.Vm;

/// What a supervisor does because of an event.
sealed interface Action {
    /// Take leases and start the guest; a `Launched` or `LaunchFailed` of this run follows.
    ///
    /// @param boot what holds for this start only
    record Launch(int run, OneBoot boot) implements Action {}

    /// Take leases and let a state go on; a `Launched` or `LaunchFailed` of this run follows.
    record Receive(int run, Vm vm, Arrival arrival) implements Action {}

    /// Let the guest stand still and write its state; a `SendDone` of this run follows.
    ///
    /// @param goesOn whether it is to go on if that fails; else it stands still in any case
    record Send(int run, Ticket ticket, Parting parting, boolean goesOn, Destination destination)
            implements Action {}

    /// Let a guest go on whose state an earlier daemon was writing; a `SendDone` of this run
    /// follows.
    record Recall(int run) implements Action {}

    /// End what is being written or read; the `SendDone`, `Launched` or `LaunchFailed` that is due
    /// comes soon.
    record CutTransfer() implements Action {}

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
