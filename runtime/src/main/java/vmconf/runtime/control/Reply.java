package vmconf.runtime.control;

import java.util.List;

/// What a client is answered.
sealed interface Reply {
    record Pong(long pid) implements Reply {}

    record Vms(List<VmView> vms) implements Reply {
        public Vms {
            vms = List.copyOf(vms);
        }
    }

    record Started(int id, String tty) implements Reply {}

    record Requested(int id) implements Reply {}

    record Terminated(int id) implements Reply {}

    record Paused(int id) implements Reply {}

    record Unpaused(int id) implements Reply {}

    /// @param generation that holds now
    /// @param text what changed, or would, for people
    /// @param diff the same as JSON, `docs/diff.schema.json`
    record Changed(int generation, String text, String diff) implements Reply {}

    /// It is done, and there is nothing to say.
    record Done() implements Reply {}

    record Attached(int id, String tty) implements Reply {}

    record Failed(Fault fault, String text) implements Reply {}
}
