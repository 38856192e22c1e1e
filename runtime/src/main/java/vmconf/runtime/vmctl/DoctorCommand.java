package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.FindingView;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// `vmctl doctor`: every reason why a VM would not start on this host, with its fix.
///
/// @param vms only these; all when empty
/// @param file examined instead of the daemon's plan; absent: ask the daemon, if there is one
record DoctorCommand(List<String> vms, Optional<String> file, boolean json) {
    /// Returns whether nothing is wrong.
    boolean run(Doctor withoutDaemon, Places places, Streams streams) throws Complaint {
        List<FindingView> findings = findings(withoutDaemon, places);
        if (json) {
            JsonAnswer.print(JsonAnswer.of(new Reply.Examined(findings)), streams);
        } else {
            streams.out().print(text(findings));
            streams.out().flush();
        }
        return count(findings, "error") + count(findings, "warning") == 0;
    }

    private List<FindingView> findings(Doctor withoutDaemon, Places places) throws Complaint {
        if (file.isPresent()) {
            return withoutDaemon.examine(places, file, vms).findings();
        }
        Optional<Connection> there = Connection.ifThere(places.socket());
        if (there.isEmpty()) {
            return alone(withoutDaemon, places);
        }
        try (Connection connection = there.get()) {
            return connection.ask(new Request.Doctor(vms)).findings();
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(String.join(" ", vms), e.text())
                    : Complaint.of(e);
        }
    }

    private List<FindingView> alone(Doctor withoutDaemon, Places places) {
        List<FindingView> findings = new ArrayList<>();
        findings.add(
                new FindingView(
                        Optional.empty(),
                        "daemon",
                        "warning",
                        "no vmd answers at %s; this is what one would find"
                                .formatted(places.socket()),
                        Optional.of("vmd")));
        findings.addAll(withoutDaemon.examine(places, file, vms).findings());
        return findings;
    }

    /// Grouped: the host, then each VM.
    static String text(List<FindingView> findings) {
        StringBuilder text = new StringBuilder();
        String group = "";
        for (FindingView each : findings) {
            String next = each.vm().map(vm -> "vm \"" + vm + "\"").orElse("host");
            if (!next.equals(group)) {
                text.append(next).append('\n');
                group = next;
            }
            text.append(
                    "  %-8s %s: %s%n"
                            .formatted(each.verdict(), each.check(), indented(each.text())));
            each.fix().ifPresent(fix -> text.append("           fix: %s%n".formatted(fix)));
        }
        return text.append(
                        "%s, %s%n"
                                .formatted(
                                        counted(findings, "error"), counted(findings, "warning")))
                .toString();
    }

    /// A report of the compiler has lines of its own.
    private static String indented(String text) {
        return text.strip().replace("\n", "\n           ");
    }

    private static String counted(List<FindingView> findings, String verdict) {
        long count = count(findings, verdict);
        return count + " " + verdict + (count == 1 ? "" : "s");
    }

    private static long count(List<FindingView> findings, String verdict) {
        return findings.stream().filter(each -> each.verdict().equals(verdict)).count();
    }
}
