package vmconf.runtime.supervise;

import java.time.Instant;
import java.util.Optional;
import vmconf.plan.Vm;

/// A VM at one moment.
///
/// @param vm what runs; where nothing does, what is defined
/// @param definition what would start now
/// @param guest the running guest
/// @param since when the guest came up
/// @param lastEnding why the latest run ended; absent before the first end
/// @param diskError the latest of this run; absent when a guest that it made stand still goes on
/// @param unsettled why something of the definition that needs no start is not in effect
public record VmStatus(
        Vm vm,
        Vm definition,
        Phase phase,
        Optional<Guest> guest,
        Optional<Instant> since,
        Optional<Ending> lastEnding,
        Optional<DiskError> diskError,
        Optional<String> unsettled) {

    /// The states a user sees.
    public enum Phase {
        STOPPED,
        /// enabled, its turn to start has not come
        WAITING,
        STARTING,
        RUNNING,
        /// its processors stand still
        PAUSED,
        /// its state is being written
        SENDING,
        STOPPING,
    }

    /// Why nothing but its end can be asked of the guest now.
    public Optional<String> trouble() {
        return guest.flatMap(Guest::trouble);
    }

    /// What the host could not do with a disk, for people.
    public Optional<String> diskTrouble() {
        return diskError.map(each -> each.text(vm));
    }

    /// What runs is not what is defined now, which it takes at its next start.
    public boolean pending() {
        return unsettled.isPresent()
                || (guest.isPresent() && Redefinition.isPending(vm, definition));
    }

    /// No process is there or about to be.
    static boolean isIdle(State state) {
        return state instanceof State.Stopped || state instanceof State.Waiting;
    }

    static Phase phaseOf(State state) {
        return switch (state) {
            case State.Stopped _ -> Phase.STOPPED;
            case State.Waiting _ -> Phase.WAITING;
            case State.Starting _ -> Phase.STARTING;
            case State.Running _ -> Phase.RUNNING;
            case State.Paused _ -> Phase.PAUSED;
            case State.Sending _ -> Phase.SENDING;
            case State.Aborting _, State.Stopping _, State.Killing _ -> Phase.STOPPING;
        };
    }
}
