package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Where a VM is between start and end. `run` counts the starts, so that news of an earlier run
/// is recognized.
sealed interface State {
    int run();

    record Stopped(int run) implements State {}

    /// Enabled, and its group's turn has not come.
    record Waiting(int run) implements State {}

    /// @param starters who wants to hear that it runs
    /// @param waiters who wants to hear of its end
    record Starting(int run, List<Ticket> starters, List<Ticket> waiters) implements State {
        public Starting {
            starters = List.copyOf(starters);
            waiters = List.copyOf(waiters);
        }
    }

    /// To be ended as soon as its launch has come to a result.
    record Aborting(int run, List<Ticket> waiters) implements State {
        public Aborting {
            waiters = List.copyOf(waiters);
        }
    }

    /// @param pace how quickly the guest's system has been rebooting
    record Running(int run, Pace pace, List<Ticket> waiters) implements State {
        public Running {
            waiters = List.copyOf(waiters);
        }
    }

    /// Its processors stand still, as somebody asked, or because a disk is full.
    record Paused(int run, Pace pace, List<Ticket> waiters) implements State {
        public Paused {
            waiters = List.copyOf(waiters);
        }
    }

    /// Its state is being written; it stands still.
    ///
    /// @param paused it stood still before
    record Sending(int run, Pace pace, boolean paused, List<Ticket> waiters) implements State {
        public Sending {
            waiters = List.copyOf(waiters);
        }
    }

    /// Asked to power off.
    record Stopping(int run, Instant since, List<Ticket> waiters) implements State {
        public Stopping {
            waiters = List.copyOf(waiters);
        }
    }

    /// Ended by us, its process not yet gone.
    ///
    /// @param reason what the ending is called
    record Killing(int run, Reason reason, List<Ticket> waiters) implements State {
        public Killing {
            waiters = List.copyOf(waiters);
        }
    }

    /// Why a guest is killed.
    sealed interface Reason {
        record Forced() implements Reason {}

        record Overdue(Duration allowed) implements Reason {}

        /// Its state is elsewhere.
        record Left() implements Reason {}

        /// Its system does nothing but reboot.
        record Rebooting() implements Reason {}
    }
}
