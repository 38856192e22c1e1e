package vmconf.runtime.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `vmctl stop` and `vmctl wait`: one line of progress per VM.
///
/// @param vm absent: every VM that runs
/// @param untilEnd wait until it has gone
record StopCommand(Optional<String> vm, boolean force, boolean untilEnd) {
    private record Pending(String label, long call) {}

    /// Whether everything went well.
    boolean run(Connection connection, Streams streams) throws Complaint {
        if (vm.isPresent()) {
            String label = isNumber(vm.get()) ? "stopping vm: " : "stopping vm " + vm.get() + ": ";
            streams.err().print(label);
            return outcome(connection.ask(request(vm.get())), streams);
        }
        return all(connection, streams);
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
            good &= outcome(connection.await(each.call()), streams);
        }
        return good;
    }

    private static List<String> running(Connection connection) throws Complaint {
        if (connection.ask(new Request.Status(Optional.empty())) instanceof Reply.Vms(var vms)) {
            return vms.stream()
                    .filter(each -> !each.state().equals("stopped"))
                    .map(VmView::name)
                    .toList();
        }
        throw Complaint.named("command failed");
    }

    private Request request(String name) {
        return new Request.Stop(name, force, untilEnd);
    }

    /// `vmctl wait ID`.
    static boolean await(String vm, Connection connection, Streams streams) throws Complaint {
        streams.err().print(isNumber(vm) ? "waiting for vm: " : "waiting for vm " + vm + ": ");
        return outcome(connection.ask(new Request.Wait(vm)), streams);
    }

    private static boolean isNumber(String vm) {
        return vm.matches("[0-9]{1,9}");
    }

    private static boolean outcome(Reply reply, Streams streams) {
        streams.err().println(text(reply));
        return !(reply instanceof Reply.Failed);
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Requested(int id) -> "requested to shutdown vm " + id;
            case Reply.Terminated(int id) -> "terminated vm " + id;
            case Reply.Failed(Fault fault, String hint) when fault == Fault.NO_SUCH_VM ->
                    "vm not found" + (hint.isEmpty() ? "" : "; " + hint);
            case Reply.Failed(_, String text) -> "failed: " + text;
            case Reply.Pong _, Reply.Vms _, Reply.Started _, Reply.Attached _ -> "failed";
            case Reply.Paused _, Reply.Unpaused _, Reply.Changed _, Reply.Done _ -> "failed";
        };
    }
}
