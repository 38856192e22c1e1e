package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;

/// `vmctl metrics`.
final class MetricsCommand {
    private MetricsCommand() {}

    static boolean run(Connection connection, Streams streams) throws Complaint {
        try {
            streams.out().print(connection.ask(new Request.Metrics()).text());
            return true;
        } catch (RefusedException e) {
            throw Complaint.of(e);
        }
    }
}
