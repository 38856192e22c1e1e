package vmconf.runtime.supervise;

import java.util.List;
import java.util.stream.IntStream;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.diff.Effect;
import vmconf.plan.diff.PlanDiff;

/// What another definition means for a guest that runs.
final class Redefinition {
    private Redefinition() {}

    /// Whether something of it does not hold of the guest, by the table of `vmconf diff`: it needs
    /// a start, or it could not be put into effect without.
    static boolean isPending(Vm running, Vm defined) {
        return !running.equals(defined)
                && PlanDiff.between(Plan.of(List.of(running)), Plan.of(List.of(defined)))
                        .blocks()
                        .stream()
                        .flatMap(each -> each.changes().stream())
                        .anyMatch(each -> isPending(each.effect()));
    }

    private static boolean isPending(Effect effect) {
        return effect == Effect.LIVE || effect.compareTo(Effect.RESTART) >= 0;
    }

    /// What runs, with what the definition says of its interfaces that needs no start.
    static Vm withLinks(Vm running, Vm defined) {
        return running.withInterfaces(
                IntStream.range(0, running.interfaces().size())
                        .mapToObj(index -> live(index, running, defined))
                        .toList());
    }

    /// An interface is another one when its MAC address is.
    private static Interface live(int index, Vm running, Vm defined) {
        Interface now = running.interfaces().get(index);
        if (index >= defined.interfaces().size()
                || !defined.interfaces().get(index).lladdr().equals(now.lladdr())) {
            return now;
        }
        Interface next = defined.interfaces().get(index);
        return new Interface(
                now.tap(),
                now.lladdr(),
                next.lockedLladdr(),
                next.switchName(),
                next.group(),
                now.rdomain(),
                next.up(),
                now.local());
    }
}
