package vmconf.plan.diff;

import java.util.ArrayList;
import java.util.List;

/// The closing line of a difference: `1 to add, 2 to restart`.
final class Counts {
    private Counts() {}

    /// @param all changes without an effect are shown, so they need no mention
    static String of(PlanDiff diff, boolean all) {
        if (diff.isEmpty()) {
            return "no difference";
        }
        List<String> parts = new ArrayList<>();
        for (Effect effect :
                List.of(
                        Effect.ADD,
                        Effect.REMOVE,
                        Effect.RECREATE,
                        Effect.RESTART,
                        Effect.NEXT_START,
                        Effect.LIVE)) {
            long count = diff.count(effect);
            if (count > 0) {
                parts.add(count + " " + phrase(effect));
            }
        }
        long silent =
                diff.blocks().stream()
                        .flatMap(each -> each.changes().stream())
                        .filter(each -> each.effect() == Effect.NONE)
                        .count();
        if (silent > 0 && !all) {
            parts.add(silent + (silent == 1 ? " value" : " values") + " without effect (-v)");
        }
        return String.join(", ", parts);
    }

    private static String phrase(Effect effect) {
        return switch (effect) {
            case ADD -> "to add";
            case REMOVE -> "to remove";
            case RECREATE -> "to recreate";
            case RESTART -> "to restart";
            case NEXT_START -> "at the next start";
            case LIVE -> "live";
            case NONE -> "without effect";
        };
    }
}
