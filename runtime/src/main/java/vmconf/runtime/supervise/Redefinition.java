package vmconf.runtime.supervise;

import java.util.List;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Vm;
import vmconf.plan.diff.Effect;
import vmconf.plan.diff.PlanDiff;

/// What another definition means for a guest that runs.
final class Redefinition {
    private Redefinition() {}

    /// Whether the guest has to start anew to get it, by the table of `vmconf diff`.
    static boolean needsStart(Vm running, Vm defined) {
        return !running.equals(defined)
                && PlanDiff.between(alone(running), alone(defined)).blocks().stream()
                        .anyMatch(each -> each.effect().compareTo(Effect.RESTART) >= 0);
    }

    private static Plan alone(Vm vm) {
        return new Plan(
                Plan.VERSION,
                "native",
                new LocalNetwork("100.64.0.0/10", false, java.util.Optional.empty()),
                Owner.ROOT,
                StaggeredStart.DEFAULT,
                java.util.Optional.empty(),
                List.of(),
                List.of(vm));
    }
}
