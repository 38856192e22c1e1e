package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// `vmctl pause` and `vmctl unpause`.
///
/// @param unpause let it go on
record PauseCommand(String vm, boolean unpause) {
    Request<Reply.Handled> request() {
        return unpause ? new Request.Unpause(vm) : new Request.Pause(vm);
    }

    boolean run(Connection connection, Streams streams) throws Complaint {
        String verb = unpause ? "unpause" : "pause";
        try {
            int id = connection.ask(unpause ? new Request.Unpause(vm) : new Request.Pause(vm)).id();
            streams.err().println("vmctl: %sd vm %d successfully".formatted(verb, id));
            return true;
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(vm, e.text())
                    : Complaint.named("%s vm command failed: %s".formatted(verb, e.text()));
        }
    }
}
