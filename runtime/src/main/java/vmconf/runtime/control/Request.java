package vmconf.runtime.control;

import java.util.Optional;

/// What a client asks. A `vm` is an id or a name.
sealed interface Request {
    record Ping() implements Request {}

    /// All VMs, or one.
    record Status(Optional<String> vm) implements Request {}

    /// @param options of a VM that is made for this start, or for one boot of one that exists
    record Start(String vm, StartOptions options) implements Request {}

    /// @param untilEnd answer when the guest has gone
    record Stop(String vm, boolean force, boolean untilEnd) implements Request {}

    record Wait(String vm) implements Request {}

    /// Turns the connection into the VM's console.
    record Attach(String vm) implements Request {}

    record Pause(String vm) implements Request {}

    record Unpause(String vm) implements Request {}

    /// Takes the daemon's file anew.
    ///
    /// @param dryRun only say what would change
    record Reload(boolean dryRun) implements Request {}

    /// Adds what another file has.
    ///
    /// @param file absolute path
    record Load(String file) implements Request {}

    /// Ends guests and forgets their VMs, or forgets switches.
    record Reset(boolean vms, boolean switches) implements Request {}

    record Log(boolean verbose) implements Request {}

    /// Ends the daemon.
    ///
    /// @param guests stop the guests first; else they run on
    record Terminate(boolean guests) implements Request {}
}
