package vmconf.plan.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vmconf.plan.PlanBlock;
import vmconf.plan.Provenance;

/// What changed in one block of a plan.
///
/// @param name of the VM or switch, the new one when it changed; empty for the settings outside
/// @param formerName its old name, when that is another
/// @param effect the strongest of its changes; `ADD` or `REMOVE` for a block that came or went
/// @param changes none for a block that came or went
/// @param before where the block stood; absent when it came, or the plan does not say it
/// @param after where it stands; absent when it went, or the plan does not say it
public record BlockChange(
        PlanBlock.Kind kind,
        String name,
        Optional<String> formerName,
        Effect effect,
        List<Change> changes,
        Optional<Provenance> before,
        Optional<Provenance> after) {

    public BlockChange {
        changes = List.copyOf(changes);
    }

    static BlockChange came(PlanBlock block, Optional<Provenance> after) {
        return new BlockChange(
                block.kind(),
                block.name(),
                Optional.empty(),
                Effect.ADD,
                List.of(),
                Optional.empty(),
                after);
    }

    static BlockChange went(PlanBlock block, Optional<Provenance> before) {
        return new BlockChange(
                block.kind(),
                block.name(),
                Optional.empty(),
                Effect.REMOVE,
                List.of(),
                before,
                Optional.empty());
    }

    /// @param changes at least one
    static BlockChange changed(
            PlanBlock before,
            Optional<Provenance> from,
            PlanBlock after,
            Optional<Provenance> to,
            List<Change> changes) {
        return new BlockChange(
                after.kind(),
                after.name(),
                before.name().equals(after.name()) ? Optional.empty() : Optional.of(before.name()),
                changes.stream()
                        .map(Change::effect)
                        .max(Comparator.naturalOrder())
                        .orElse(Effect.NONE),
                changes,
                from,
                to);
    }
}
