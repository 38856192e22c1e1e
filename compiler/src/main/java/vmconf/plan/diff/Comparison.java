package vmconf.plan.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;

/// Compares blocks of two plans value by value.
///
/// @param switches new names of switches by old ones
/// @param vms new names of VMs by old ones
record Comparison(Plan before, Plan after, Map<String, String> switches, Map<String, String> vms) {

    Optional<Provenance> before(PlanBlock block) {
        return PlanDiff.place(before, block);
    }

    Optional<Provenance> after(PlanBlock block) {
        return PlanDiff.place(after, block);
    }

    /// The changes from one block to another; nothing when there are none.
    Optional<BlockChange> compare(PlanBlock from, PlanBlock to) {
        Values old = new Values(before, from);
        Values now = new Values(after, to);
        Set<String> keys = new LinkedHashSet<>(now.keys());
        keys.addAll(old.keys());
        Map<String, Change> changes = new LinkedHashMap<>();
        for (String key : keys) {
            if (!isSame(old.get(key), now.get(key))) {
                Values.shown(key, old, now)
                        .ifPresent(
                                shown ->
                                        changes.computeIfAbsent(
                                                shown, each -> change(from, each, old, now)));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BlockChange.changed(
                                from, before(from), to, after(to), List.copyOf(changes.values())));
    }

    private static Change change(PlanBlock block, String key, Values old, Values now) {
        Optional<Change.Side> before = old.side(key);
        Optional<Change.Side> after = now.side(key);
        boolean comesOrGoes = isAbsent(before) || isAbsent(after);
        Effect effect = Effects.of(block.kind(), key, comesOrGoes).effect();
        return new Change(effect, key, before, after);
    }

    private static boolean isAbsent(Optional<Change.Side> side) {
        return side.isEmpty() || side.get().text().equals(PlanValue.NONE);
    }

    private boolean isSame(Optional<PlanValue> was, Optional<PlanValue> is) {
        return was.map(this::followed).equals(is.map(PlanValue::text));
    }

    /// The text as it is when it follows the renames.
    private String followed(PlanValue value) {
        if (value.key().equals("instance-of")) {
            return vms.getOrDefault(value.text(), value.text());
        }
        return value.key().matches("interfaces/[0-9]+/switch")
                ? switches.getOrDefault(value.text(), value.text())
                : value.text();
    }
}
