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

    record Attached(int id, String tty) implements Reply {}

    record Failed(Fault fault, String text) implements Reply {}
}
