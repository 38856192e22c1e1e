package vmconf.runtime.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanException;
import vmconf.plan.diff.BlockChange;
import vmconf.plan.diff.Change;
import vmconf.plan.diff.Effect;
import vmconf.runtime.host.Difference;
import vmconf.runtime.protocol.DriftView;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.supervise.Drift;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;

/// What a client is told of differences between file, plan, processes and host.
///
/// @param vms only these
/// @param all whatever is in the file too
/// @param root may be told what is wrong with the file
record Drifts(
        Registry registry,
        Configuration configuration,
        List<Supervisor> vms,
        boolean all,
        boolean root) {
    private static final String RELOAD = "vmctl reload";
    private static final String NONE = "none";

    Reply.Drifted reply() {
        List<DriftView> views = new ArrayList<>(file());
        List<DriftView> host = new ArrayList<>();
        for (Supervisor each : vms) {
            Optional<String> name = Optional.of(each.vm().name());
            Drift drift = each.drift();
            drift.process().forEach(one -> views.add(view("process", name, one)));
            drift.host().forEach(one -> host.add(view("host", name, one)));
        }
        views.addAll(host);
        return new Reply.Drifted(views);
    }

    private static DriftView view(String between, Optional<String> vm, Difference difference) {
        return new DriftView(
                between,
                vm,
                difference.what(),
                difference.planned(),
                difference.found(),
                difference.fix());
    }

    private List<DriftView> file() {
        return switch (configuration.own()) {
            case Configuration.Outcome.Refused(String report, _) ->
                    refused(root ? report : "an error, which root is told");
            case Configuration.Outcome.Read(Plan plan) -> read(plan);
        };
    }

    private static List<DriftView> refused(String report) {
        String first = report.lines().findFirst().orElse("");
        Difference difference =
                new Difference("file", "can be taken", first, "vmctl reload --dry-run");
        return List.of(view("file", Optional.empty(), difference));
    }

    private List<DriftView> read(Plan plan) {
        Set<String> names = vms.stream().map(each -> each.vm().name()).collect(Collectors.toSet());
        try {
            return registry.preview(plan).blocks().stream()
                    .filter(each -> each.effect() != Effect.NONE)
                    .filter(
                            each ->
                                    all
                                            || (each.kind() == PlanBlock.Kind.VM
                                                    && names.contains(each.name())))
                    .flatMap(each -> views(each).stream())
                    .toList();
        } catch (PlanException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static List<DriftView> views(BlockChange block) {
        boolean isVm = block.kind() == PlanBlock.Kind.VM;
        Optional<String> vm = isVm ? Optional.of(block.name()) : Optional.empty();
        if (block.changes().isEmpty()) {
            boolean came = block.effect() == Effect.ADD;
            String what = block.kind().word() + (isVm ? "" : " " + block.name());
            return List.of(
                    view(
                            "file",
                            vm,
                            new Difference(
                                    what, came ? NONE : "there", came ? "there" : NONE, RELOAD)));
        }
        String prefix = isVm ? "" : (block.kind().word() + " " + block.name()).strip() + " ";
        return block.changes().stream()
                .filter(each -> each.effect() != Effect.NONE)
                .map(each -> view("file", vm, difference(prefix, each)))
                .toList();
    }

    private static Difference difference(String prefix, Change change) {
        return new Difference(
                prefix + change.key().replace('/', '.'),
                change.before().map(Change.Side::text).orElse(NONE),
                change.after().map(Change.Side::text).orElse(NONE),
                RELOAD);
    }
}
