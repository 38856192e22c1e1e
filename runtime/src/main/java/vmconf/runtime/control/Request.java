package vmconf.runtime.control;

import java.util.Optional;

/// What a client asks. A `vm` is an id or a name.
sealed interface Request {
    record Ping() implements Request {}

    /// All VMs, or one.
    record Status(Optional<String> vm) implements Request {}

    record Start(String vm) implements Request {}

    /// @param untilEnd answer when the guest has gone
    record Stop(String vm, boolean force, boolean untilEnd) implements Request {}

    record Wait(String vm) implements Request {}

    /// Turns the connection into the VM's console.
    record Attach(String vm) implements Request {}
}
