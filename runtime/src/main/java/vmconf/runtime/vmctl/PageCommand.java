package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// Commands that show a page as the daemon has it: `vmctl metrics` and `vmctl why`.
final class PageCommand {
    private PageCommand() {}

    /// `why id [key]`.
    static Request.Why why(CommandLineOptions options) throws Complaint {
        if (options.words().isEmpty()) {
            throw new Complaint("vmctl: missing vmid argument\n" + Verb.WHY.usage());
        }
        String vm = VmArgument.check(options.words().getFirst());
        return new Request.Why(vm, options.words().subList(1, options.words().size()));
    }

    static boolean run(Request<Reply.Page> request, Connection connection, Streams streams)
            throws Complaint {
        try {
            streams.out().print(connection.ask(request).text());
            return true;
        } catch (RefusedException e) {
            if (e.fault() == Fault.REFUSED) {
                throw Complaint.named(e.text());
            }
            throw e.fault() == Fault.NO_SUCH_VM && request instanceof Request.Why(String vm, _)
                    ? Complaint.noSuchVm(vm, e.text())
                    : Complaint.of(e);
        }
    }
}
