package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vmconf.plan.Vm;

/// What can happen to a VM.
sealed interface Event {
    /// About when it runs: its start, its end, and what its guest does by itself.
    sealed interface OfRun extends Event {}

    /// @param boot what holds for this start only
    record Start(Ticket ticket, OneBoot boot) implements OfRun {}

    /// It is to start when its group's turn comes.
    record Queue() implements OfRun {}

    /// Its group's turn has come.
    record Turn() implements OfRun {}

    record Stop(Ticket ticket, Manner manner, boolean untilEnd, Instant at) implements OfRun {}

    record Wait(Ticket ticket) implements OfRun {}

    record Launched(int run, Instant at) implements OfRun {}

    record LaunchFailed(int run, String reason, Instant at) implements OfRun {}

    record Exited(int run, Exit exit, Instant at) implements OfRun {}

    /// The time a guest had for powering off is over.
    record DeadlinePassed(int run, Duration allowed) implements OfRun {}

    /// What a guest does by itself, in the same process.
    sealed interface OfGuest extends OfRun {}

    /// Its system has rebooted.
    record Rebooted(int run, Instant at) implements OfGuest {}

    /// The host could not do with a disk what it asked for.
    record DiskFailed(int run, DiskError error) implements OfGuest {}

    /// About a guest's standing still and going on.
    sealed interface OfPause extends Event {}

    record Pause(Ticket ticket) implements OfPause {}

    record Unpause(Ticket ticket) implements OfPause {}

    /// @param failure why the guest's processors do not stand still; absent when they do
    record PauseDone(int run, Ticket ticket, Optional<String> failure) implements OfPause {}

    /// @param failure why the guest does not go on; absent when it does
    record UnpauseDone(int run, Ticket ticket, Optional<String> failure) implements OfPause {}

    /// About a guest's state going elsewhere, or coming from there.
    sealed interface OfTransfer extends Event {}

    /// Its state is to be written.
    record Send(Ticket ticket, Parting parting, Destination destination) implements OfTransfer {}

    /// It is to go on with a state from elsewhere.
    ///
    /// @param vm as the guest is defined for this run
    record Receive(Ticket ticket, Vm vm, Arrival arrival) implements OfTransfer {}

    /// @param ticket absent when an earlier daemon was asked
    record SendDone(int run, Optional<Ticket> ticket, Outcome outcome) implements OfTransfer {}

    /// No state is to go or come any more.
    record CutTransfers() implements OfTransfer {}
}
