package vmconf.runtime.supervise;

import java.time.Instant;
import vmconf.plan.Plan;
import vmconf.plan.diff.Effect;
import vmconf.plan.diff.PlanDiff;

/// One state of the configuration. The next one takes its place as a whole.
///
/// @param number from 1, one more with every change
/// @param plan with the numbers that VMs keep
/// @param change from the one before, such as `+1 -0 ~2`
public record Generation(int number, Plan plan, Instant since, String change) {

    /// How many blocks came, went, and changed.
    static String change(PlanDiff diff) {
        long came = diff.count(Effect.ADD);
        long went = diff.count(Effect.REMOVE);
        return "+%d -%d ~%d".formatted(came, went, diff.blocks().size() - came - went);
    }
}
