package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// `vmctl pause`, `vmctl unpause` and, for a VM, `vmctl reset`.
record PauseCommand(String vm, Deed deed) {
    /// What is done to the guest.
    enum Deed {
        PAUSE("pause", "paused"),
        UNPAUSE("unpause", "unpaused"),
        RESET("reset", "reset"),
        ;

        private final String verb;
        private final String done;

        Deed(String verb, String done) {
            this.verb = verb;
            this.done = done;
        }
    }

    Request<Reply.Handled> request() {
        return switch (deed) {
            case PAUSE -> new Request.Pause(vm);
            case UNPAUSE -> new Request.Unpause(vm);
            case RESET -> new Request.Reboot(vm);
        };
    }

    boolean run(Connection connection, Streams streams) throws Complaint {
        try {
            int id = connection.ask(request()).id();
            streams.err().println("vmctl: %s vm %d successfully".formatted(deed.done, id));
            return true;
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(vm, e.text())
                    : Complaint.named("%s vm command failed: %s".formatted(deed.verb, e.text()));
        }
    }
}
