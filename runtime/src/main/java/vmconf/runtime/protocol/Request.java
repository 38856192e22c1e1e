package vmconf.runtime.protocol;

import java.util.List;
import java.util.Optional;

/// What a client asks. A `vm` is an id or a name.
///
/// @param <R> what it is answered, unless it is refused
public sealed interface Request<R extends Reply> {
    /// What only root may ask: about the configuration, the daemon itself, and states of guests.
    sealed interface OfRoot<R extends Reply> extends Request<R> {}

    /// Whether the daemon is there, and what it speaks.
    record Ping() implements Request<Reply.Pong> {}

    /// All VMs, or one.
    record Status(Optional<String> vm) implements Request<Reply.Vms> {}

    /// One VM with all that it is made of.
    record Show(String vm) implements Request<Reply.Machine> {}

    /// @param options of a VM that is made for this start, or for one boot of one that exists
    record Start(String vm, StartOptions options) implements Request<Reply.Started> {}

    /// @param force end it at once
    /// @param untilEnd answer when the guest has gone
    record Stop(String vm, boolean force, boolean untilEnd) implements Request<Reply.Stopped> {}

    /// Numbers for Prometheus.
    record Metrics() implements Request<Reply.Page> {}

    /// Where values of a VM come from.
    ///
    /// @param key words of a key of the plan; all values when there are none
    record Why(String vm, List<String> key) implements Request<Reply.Page> {
        public Why {
            key = List.copyOf(key);
        }
    }

    /// Answered when no VM waits for its turn to start, or is starting.
    record Settle() implements Request<Reply.Done> {}

    /// Answered when the guest has gone.
    record Wait(String vm) implements Request<Reply.Stopped> {}

    /// Turns the connection into the VM's console.
    ///
    /// @param readOnly only to watch
    record Attach(String vm, boolean readOnly) implements Request<Reply.Attached> {}

    /// Sends a break on the VM's console.
    record Break(String vm) implements Request<Reply.Handled> {}

    record Pause(String vm) implements Request<Reply.Handled> {}

    record Unpause(String vm) implements Request<Reply.Handled> {}

    /// Presses the reset button.
    record Reboot(String vm) implements Request<Reply.Handled> {}

    /// What the VM's next start would do.
    record Showcmd(String vm) implements Request<Reply.Shown> {}

    /// What would keep VMs from starting.
    ///
    /// @param vms only these; all when empty
    record Doctor(List<String> vms) implements Request<Reply.Examined> {
        public Doctor {
            vms = List.copyOf(vms);
        }
    }

    /// Where file, plan, processes and host are not the same.
    ///
    /// @param vms only about these; about all when empty
    record Drift(List<String> vms) implements Request<Reply.Drifted> {
        public Drift {
            vms = List.copyOf(vms);
        }
    }

    /// Turns the connection into the VM's state.
    ///
    /// @param stays the VM goes on when its state has been written; else it ends
    /// @param compressed pack the state
    record Send(String vm, boolean stays, boolean compressed) implements OfRoot<Reply.Handled> {}

    /// Turns the connection into a way for a state.
    ///
    /// @param name of the VM that goes on with it; absent for the name that it had
    /// @param anyDisks let it go on even if its disks have been written to since
    record Receive(Optional<String> name, boolean anyDisks) implements OfRoot<Reply.Done> {}

    /// Takes the daemon's file anew.
    ///
    /// @param dryRun only say what would change
    record Reload(boolean dryRun) implements OfRoot<Reply.Changed> {}

    /// The generations that can be gone back to.
    record History() implements OfRoot<Reply.Generations> {}

    /// Takes the plan of an earlier generation anew, until the next reload.
    ///
    /// @param dryRun only say what would change
    record Restore(int generation, boolean dryRun) implements OfRoot<Reply.Changed> {}

    /// Adds what another file has.
    ///
    /// @param file absolute path
    record Load(String file) implements OfRoot<Reply.Changed> {}

    /// Ends guests and forgets their VMs, or forgets switches.
    record Reset(boolean vms, boolean switches) implements OfRoot<Reply.Changed> {}

    record Log(boolean verbose) implements OfRoot<Reply.Done> {}

    /// From now on the daemon announces what happens ([Announcement]).
    ///
    /// @param past how many of the latest happenings come first
    record Events(int past) implements Request<Reply.Done> {}

    /// Ends the daemon.
    ///
    /// @param guests stop the guests first; else they run on
    record Terminate(boolean guests) implements OfRoot<Reply.Done> {}
}
