package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vmconf.runtime.protocol.DriftView;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// `vmctl drift`: where file, plan, processes and host are not the same.
///
/// @param vms only these; all when empty
record DriftCommand(List<String> vms, boolean json) {
    private static final List<String> KINDS = List.of("file", "process", "host");
    private static final Map<String, String> HEADS =
            Map.of(
                    "file", "configuration file, not in force",
                    "process", "process, other than planned",
                    "host", "host, other than planned");

    /// Returns whether nothing differs.
    boolean run(Connection connection, Streams streams) throws Complaint {
        List<DriftView> differences = ask(connection);
        if (json) {
            JsonAnswer.print(JsonAnswer.of(new Reply.Drifted(differences)), streams);
        } else {
            streams.out().print(text(differences));
            streams.out().flush();
        }
        return differences.isEmpty();
    }

    private List<DriftView> ask(Connection connection) throws Complaint {
        try {
            return connection.ask(new Request.Drift(vms)).differences();
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(String.join(" ", vms), e.text())
                    : Complaint.of(e);
        }
    }

    static String text(List<DriftView> differences) {
        StringBuilder text = new StringBuilder();
        for (String kind : KINDS) {
            List<DriftView> these = new ArrayList<>(differences);
            these.removeIf(each -> !each.between().equals(kind));
            if (!these.isEmpty()) {
                text.append(HEADS.get(kind)).append('\n');
                these.forEach(each -> append(text, each));
            }
        }
        return text.isEmpty() ? "no differences\n" : text.toString();
    }

    private static void append(StringBuilder text, DriftView each) {
        String vm = each.vm().map(name -> "vm \"" + name + "\": ").orElse("");
        text.append(
                "  %s%s: planned %s, found %s%n"
                        .formatted(vm, each.what(), each.planned(), each.found()));
        each.fix().ifPresent(fix -> text.append("      fix: %s%n".formatted(fix)));
    }
}
