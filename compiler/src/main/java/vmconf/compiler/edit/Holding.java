package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;

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
        String source =
                plan.flatMap(each -> each.source(values.getFirst().pointer()))
                        .map(Holding::source)
                        .orElse("");
        return Optional.of((same ? first : String.join(", ", shown)) + source);
    }

    private List<PlanValue> values(Plan plan) {
        return PlanBlock.of(plan).stream()
                .filter(each -> each.kind() == key.kind() && each.name().equals(key.block()))
                .flatMap(each -> each.values().stream())
                .filter(each -> key.covers(each.key()))
                .toList();
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
