package vmconf.compiler.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;

/// A plan on its way to a target: what becomes of each of its values.
public final class Export {
    private final Exporter exporter;
    private final Plan plan;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Export(Exporter exporter, Plan plan) {
        this.exporter = exporter;
        this.plan = plan;
    }

    /// Looks up every value of the plan in the target's table.
    public static Export of(Exporter exporter, Plan plan) {
        Export export = new Export(exporter, plan);
        Map<String, Remark> remarks = new LinkedHashMap<>();
        List<Remark> unsound = Unsound.of(plan);
        List<Remark> all = unsound.isEmpty() ? exporter.remarks(plan) : unsound;
        all.forEach(each -> remarks.putIfAbsent(each.pointer(), each));
        Defaults defaults = new Defaults(plan);
        for (PlanBlock block : PlanBlock.of(plan)) {
            block.values().forEach(value -> export.add(block, value, remarks, defaults));
        }
        return export;
    }

    private void add(
            PlanBlock block, PlanValue value, Map<String, Remark> remarks, Defaults defaults) {
        Remark remark = remarks.get(value.pointer());
        Mapping row = row(exporter, block.kind(), value);
        if (remark != null) {
            outcomes.add(
                    new Outcome(
                            block,
                            value,
                            remark.fate(),
                            row.place(),
                            remark.reason(),
                            remark.help(),
                            true,
                            Places.of(plan, value.pointer())));
        } else if (!value.text().equals(PlanValue.NONE)) {
            outcomes.add(
                    new Outcome(
                            block,
                            value,
                            row.fate(),
                            row.place(),
                            row.reason(),
                            Optional.empty(),
                            row.always() || row.fate() == Fate.REFUSED || defaults.asked(value),
                            Places.of(plan, value.pointer())));
        }
    }

    /// The row of a value; every target has one for every key.
    public static Mapping row(Exporter exporter, PlanBlock.Kind kind, PlanValue value) {
        for (Mapping each : exporter.table()) {
            if (each.fits(kind, value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(exporter.name() + ": " + kind + " " + value.key());
    }

    /// Every value that the plan has, in its order.
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /// What somebody should know: what is not exact and was asked for. Values that one place asks
    /// for and that share a reason are told once.
    ///
    /// @param notes also what is kept as a note
    public List<Loss> losses(boolean notes) {
        Map<Likeness, List<Outcome>> groups = new LinkedHashMap<>();
        for (Outcome each : outcomes) {
            if (each.counts() && (each.fate().warns() || (notes && each.fate() != Fate.EXACT))) {
                groups.computeIfAbsent(likeness(each), _ -> new ArrayList<>()).add(each);
            }
        }
        return groups.values().stream()
                .map(each -> new Loss(each.getFirst(), each.size() - 1))
                .toList();
    }

    /// @param where the place, or the value itself where no place is known
    private record Likeness(Fate fate, String reason, Object where) {}

    private static Likeness likeness(Outcome outcome) {
        Object where = outcome.at().isPresent() ? outcome.at().get() : outcome.value().pointer();
        return new Likeness(outcome.fate(), outcome.reason(), where);
    }

    /// Nothing may be written.
    public boolean isRefused() {
        return outcomes.stream().anyMatch(each -> each.fate() == Fate.REFUSED);
    }

    /// The target.
    public Exporter exporter() {
        return exporter;
    }

    /// The files, of an export that is not refused.
    public List<Artifact> files(Settings settings) {
        if (isRefused()) {
            throw new IllegalStateException("a refused export has no files");
        }
        return exporter.files(plan, settings);
    }

    /// Tells what somebody asked for from what holds because nobody asked.
    private static final class Defaults {
        private final Plan plan;
        private final Set<PlanValue> standard;

        Defaults(Plan plan) {
            this.plan = plan;
            this.standard = new HashSet<>(PlanBlock.of(Plan.of(List.of())).getFirst().values());
        }

        /// In a plan that does not say where values came from, what differs from a setting's
        /// default.
        boolean asked(PlanValue value) {
            return plan.provenance().isEmpty()
                    ? !standard.contains(value)
                    : plan.source(value.pointer())
                            .filter(source -> source.from() == Provenance.Kind.WRITTEN)
                            .isPresent();
        }
    }
}
