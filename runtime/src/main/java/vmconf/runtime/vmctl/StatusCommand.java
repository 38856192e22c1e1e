package vmconf.runtime.vmctl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.VmView;

/// `vmctl status`, and `vmctl show` of all.
///
/// @param running show only VMs that run
record StatusCommand(Optional<String> vm, boolean running, boolean json) {
    boolean run(Connection connection, Streams streams) throws Complaint {
        if (json) {
            return runAsJson(connection, streams);
        }
        List<VmView> vms;
        try {
            vms = vms(connection);
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(vm.orElse(""), e.text())
                    : Complaint.of(e);
        }
        streams.out().print(StatusTable.of(vms));
        Instant now = Instant.now();
        streams.out().flush();
        vms.forEach(each -> warn(each, now, streams));
        return true;
    }

    private boolean runAsJson(Connection connection, Streams streams) throws Complaint {
        try {
            JsonAnswer.print(JsonAnswer.of(new Reply.Vms(vms(connection))), streams);
            return true;
        } catch (RefusedException e) {
            JsonAnswer.print(JsonAnswer.of(e), streams);
            return false;
        }
    }

    private List<VmView> vms(Connection connection) throws Complaint, RefusedException {
        return connection.ask(new Request.Status(vm)).vms().stream()
                .filter(each -> !running || each.pid().isPresent())
                .toList();
    }

    /// The table has no room for what went wrong, so that comes beside it.
    private static void warn(VmView vm, Instant now, Streams streams) {
        vm.trouble()
                .ifPresent(
                        each ->
                                streams.err()
                                        .println(
                                                "vmctl: %s: unresponsive: %s"
                                                        .formatted(vm.name(), each)));
        vm.diskError()
                .ifPresent(
                        each -> streams.err().println("vmctl: %s: %s".formatted(vm.name(), each)));
        vm.lastExit()
                .filter(exit -> exit.abnormal() && vm.pid().isEmpty())
                .ifPresent(
                        exit ->
                                streams.err()
                                        .println(
                                                "vmctl: %s: %s (%s)"
                                                        .formatted(
                                                                vm.name(),
                                                                exit.text(),
                                                                ago(exit.at(), now))));
    }

    static String ago(Instant at, Instant now) {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min ago";
        }
        return seconds < 172_800 ? seconds / 3600 + " h ago" : seconds / 86_400 + " d ago";
    }
}
