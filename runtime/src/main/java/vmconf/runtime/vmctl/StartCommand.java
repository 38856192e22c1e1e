package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartOptions;

/// `vmctl start`.
///
/// @param options absent settings are those of the VM that exists
/// @param console go on with its console
record StartCommand(String vm, StartOptions options, boolean console) {
    private static final String USER = "user";

    Request.Start request() {
        return new Request.Start(vm, options);
    }

    boolean run(Connection connection, Streams streams) throws Complaint {
        Reply.Started started = start(connection);
        if (started.links().contains(USER)) {
            streams.err().println("vmctl: user-mode network, as vmd is not root's: see vmd(8)");
        }
        if (console) {
            return new ConsoleClient(connection, streams).run(new Request.Attach(vm, false));
        }
        streams.err()
                .println(
                        "vmctl: started vm %d successfully, tty %s"
                                .formatted(started.id(), started.tty()));
        return true;
    }

    private Reply.Started start(Connection connection) throws Complaint {
        try {
            return connection.ask(request());
        } catch (RefusedException e) {
            throw switch (e.fault()) {
                case NO_SUCH_VM -> Complaint.noSuchVm(vm, e.text());
                case START_FAILED -> Complaint.named(e.text());
                case IN_PROGRESS, NOT_RUNNING, NOT_PERMITTED, BUSY, REFUSED, FAILED ->
                        Complaint.named("start vm command failed: " + e.text());
                case MALFORMED, UNKNOWN_METHOD, INVALID_PARAMS -> Complaint.of(e);
            };
        }
    }
}
