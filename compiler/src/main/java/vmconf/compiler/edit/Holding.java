package vmconf.compiler.edit;

import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// Says what holds where nothing is written, and why.
record Holding(Tree tree, PlanKey key) {
    /// More values than that are not told.
    private static final int MOST = 2;

    /// The refusal to take away what is not there.
    <T> Step<T> nothingWritten(String label, String owner) {
        String where = owner.isEmpty() ? " is not written" : " is not written in " + owner;
        return Step.refuse(label + where + sentence().map(each -> ": " + each).orElse(""));
    }

    /// The draft, its last sentence with what holds now.
    Draft told(Draft draft) {
        Optional<String> holds = sentence();
        if (holds.isEmpty() || draft.said().isEmpty()) {
            return draft;
        }
        List<String> said = new ArrayList<>(draft.said());
        said.add(said.removeLast() + "; now " + holds.get());
        return new Draft(draft.tree(), said);
    }

    /// `1G, taken over from vm "base"`; nothing when there is no plan, or no such value in it.
    private Optional<String> sentence() {
        Optional<Plan> plan = tree.compile().plan();
        List<PlanValue> values = plan.stream().flatMap(each -> values(each).stream()).toList();
        if (values.isEmpty() || values.size() > MOST) {
            return Optional.empty();
        }
        String first = values.getFirst().shown();
        boolean same = values.stream().allMatch(each -> each.shown().equals(first));
        List<String> shown = values.stream().map(this::shown).toList();
        String pointer = pointer(plan.get()) + "/" + values.getFirst().key();
        String source = plan.get().source(pointer).map(Holding::source).orElse("");
        return Optional.of((same ? first : String.join(", ", shown)) + source);
    }

    private List<PlanValue> values(Plan plan) {
        return PlanBlock.of(alone(plan)).stream()
                .filter(each -> each.kind() == key.kind())
                .flatMap(each -> each.values().stream())
                .filter(each -> key.covers(each.key()))
                .toList();
    }

    /// The plan with no other block: it may have a hundred thousand.
    private Plan alone(Plan plan) {
        return plan.with(
                plan.switches().stream().filter(each -> is(SWITCH, each.name())).toList(),
                plan.vms().stream().filter(each -> is(VM, each.name())).toList());
    }

    private boolean is(PlanBlock.Kind kind, String name) {
        return key.kind() == kind && key.block().equals(name);
    }

    /// Where the block stands in the plan.
    private String pointer(Plan plan) {
        return switch (key.kind()) {
            case SETTINGS -> "";
            case SWITCH ->
                    "/switches/"
                            + plan.switches().stream()
                                    .map(Switch::name)
                                    .toList()
                                    .indexOf(key.block());
            case VM -> "/vms/" + plan.vms().stream().map(Vm::name).toList().indexOf(key.block());
        };
    }

    private String shown(PlanValue value) {
        String rest = value.key().substring(key.key().length());
        return rest.isEmpty() ? value.shown() : rest.substring(1) + " " + value.shown();
    }

    private static String source(Provenance source) {
        if (!source.parents().isEmpty()) {
            return ", taken over from vm \"" + source.parents().getLast() + "\"" + place(source);
        }
        if (source.switchName().isPresent()) {
            return ", from switch \"" + source.switchName().get() + "\"" + place(source);
        }
        return source.rule().map(rule -> " (" + rule + ")").orElseGet(() -> place(source));
    }

    private static String place(Provenance source) {
        return source.at().map(at -> " (" + at.file() + ":" + at.line() + ")").orElse("");
    }
}
