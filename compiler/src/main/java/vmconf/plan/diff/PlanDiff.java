package vmconf.plan.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanBlock.Kind;
import vmconf.plan.Provenance;

/// Everything that is different in two plans.
///
/// @param blocks only those with changes: the settings, then switches, then VMs, in the order of
/// the new plan, and those that went behind them
public record PlanDiff(List<BlockChange> blocks) {

    public PlanDiff {
        blocks = List.copyOf(blocks);
    }

    /// The two plans are the same, apart from where their values came from.
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /// Compares two plans. Where they say where their values came from, so do the changes.
    public static PlanDiff between(Plan before, Plan after) {
        List<PlanBlock> old = PlanBlock.of(before);
        List<PlanBlock> now = PlanBlock.of(after);
        Map<String, String> switches = Renames.between(of(Kind.SWITCH, old), of(Kind.SWITCH, now));
        Map<String, String> vms = Renames.between(of(Kind.VM, old), of(Kind.VM, now));
        Comparison comparison = new Comparison(before, after, switches, vms);
        List<BlockChange> changes = new ArrayList<>();
        comparison.compare(old.getFirst(), now.getFirst()).ifPresent(changes::add);
        compare(of(Kind.SWITCH, old), of(Kind.SWITCH, now), switches, comparison, changes);
        compare(of(Kind.VM, old), of(Kind.VM, now), vms, comparison, changes);
        return new PlanDiff(changes);
    }

    private static List<PlanBlock> of(Kind kind, List<PlanBlock> blocks) {
        return blocks.stream().filter(each -> each.kind() == kind).toList();
    }

    private static void compare(
            List<PlanBlock> before,
            List<PlanBlock> after,
            Map<String, String> renames,
            Comparison comparison,
            List<BlockChange> changes) {
        Map<Named, PlanBlock> old = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (PlanBlock block : before) {
            String name = renames.getOrDefault(block.name(), block.name());
            old.put(new Named(name, seen.merge(name, 1, Integer::sum)), block);
        }
        seen.clear();
        for (PlanBlock block : after) {
            int number = seen.merge(block.name(), 1, Integer::sum);
            PlanBlock former = old.remove(new Named(block.name(), number));
            if (former == null) {
                changes.add(BlockChange.came(block, comparison.after(block)));
            } else {
                comparison.compare(former, block).ifPresent(changes::add);
            }
        }
        old.values().forEach(each -> changes.add(BlockChange.went(each, comparison.before(each))));
    }

    /// A file may repeat the name of a switch.
    ///
    /// @param number among those of that name, from 1
    private record Named(String name, int number) {}

    /// How many blocks have an effect as their strongest.
    public long count(Effect effect) {
        return blocks.stream().filter(each -> each.effect() == effect).count();
    }

    /// Where a block of a plan stands.
    static Optional<Provenance> place(Plan plan, PlanBlock block) {
        return block.pointer().isEmpty() ? Optional.empty() : plan.source(block.pointer());
    }
}
