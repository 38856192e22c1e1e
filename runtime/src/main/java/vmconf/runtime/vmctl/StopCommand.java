package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.VmView;

/// `vmctl stop` and `vmctl wait`: one line of progress per VM.
///
/// @param vm absent: every VM that runs
/// @param untilEnd wait until it has gone
record StopCommand(Optional<String> vm, boolean force, boolean untilEnd) {
    private record Pending(String label, CompletableFuture<Reply.Stopped> reply) {}

    /// Whether everything went well.
    boolean run(Connection connection, Streams streams) throws Complaint {
        return vm.isPresent() ? one(vm.get(), connection, streams) : all(connection, streams);
    }

    private boolean one(String name, Connection connection, Streams streams) throws Complaint {
        streams.err()
                .print(VmArgument.isNumber(name) ? "stopping vm: " : "stopping vm " + name + ": ");
        return outcome(connection.send(request(name)), connection, streams);
    }

    /// Asks all of them first and then hears one after the other.
    private boolean all(Connection connection, Streams streams) throws Complaint {
        List<Pending> pending = new ArrayList<>();
        for (String name : running(connection)) {
            pending.add(new Pending("stopping vm " + name + ": ", connection.send(request(name))));
        }
        boolean good = true;
        for (Pending each : pending) {
            streams.err().print(each.label());
            good &= outcome(each.reply(), connection, streams);
        }
        return good;
    }

    /// The same with answers as JSON; those about every VM are one document.
    boolean runAsJson(Connection connection, Streams streams) throws Complaint {
        return vm.isPresent()
                ? JsonAnswer.print(request(vm.get()), connection, streams)
                : allAsJson(connection, streams);
    }

    private boolean allAsJson(Connection connection, Streams streams) throws Complaint {
        Map<String, CompletableFuture<Reply.Stopped>> pending = new LinkedHashMap<>();
        for (String name : running(connection)) {
            pending.put(name, connection.send(request(name)));
        }
        ObjectNode document = JsonAnswer.object();
        ArrayNode vms = document.putArray("vms");
        boolean good = true;
        for (Map.Entry<String, CompletableFuture<Reply.Stopped>> each : pending.entrySet()) {
            ObjectNode vm = vms.addObject().put("name", each.getKey());
            try {
                vm.setAll(JsonAnswer.of(connection.await(each.getValue())));
            } catch (RefusedException e) {
                vm.setAll(JsonAnswer.of(e));
                good = false;
            }
        }
        JsonAnswer.print(document, streams);
        return good;
    }

    private static List<String> running(Connection connection) throws Complaint {
        try {
            return connection.ask(new Request.Status(Optional.empty())).vms().stream()
                    .filter(each -> !each.state().equals("stopped"))
                    .map(VmView::name)
                    .toList();
        } catch (RefusedException e) {
            throw Complaint.of(e);
        }
    }

    private Request.Stop request(String name) {
        return new Request.Stop(name, force, untilEnd);
    }

    /// `vmctl wait ID`.
    static boolean await(String vm, Connection connection, Streams streams) throws Complaint {
        streams.err()
                .print(
                        VmArgument.isNumber(vm)
                                ? "waiting for vm: "
                                : "waiting for vm " + vm + ": ");
        return outcome(connection.send(new Request.Wait(vm)), connection, streams);
    }

    private static boolean outcome(
            CompletableFuture<Reply.Stopped> reply, Connection connection, Streams streams)
            throws Complaint {
        try {
            Reply.Stopped stopped = connection.await(reply);
            String what = stopped.gone() ? "terminated vm " : "requested to shutdown vm ";
            streams.err().println(what + stopped.id());
            return true;
        } catch (RefusedException e) {
            streams.err().println(text(e));
            return false;
        }
    }

    private static String text(RefusedException refused) {
        return refused.fault() == Fault.NO_SUCH_VM
                ? "vm not found" + (refused.text().isEmpty() ? "" : "; " + refused.text())
                : "failed: " + refused.text();
    }
}
