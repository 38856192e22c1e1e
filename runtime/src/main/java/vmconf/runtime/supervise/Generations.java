package vmconf.runtime.supervise;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.diff.PlanDiff;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;

/// The generations of the configuration: makes the next one, and has the next daemon know it.
final class Generations {
    private final Ledger ledger;
    private final Clock clock;
    private final Log log;

    Generations(Ports ports) {
        this.ledger = ports.ledger();
        this.clock = ports.clock();
        this.log = ports.log();
    }

    /// The generation of the daemon before goes on where the plan is the same.
    ///
    /// @param before its number; 0 when there was no such daemon
    Generation first(int before, Plan plan) {
        Optional<Kept> last = ledger.kept().stream().reduce((_, next) -> next);
        Optional<Plan> old = last.filter(each -> each.number() == before).flatMap(this::readable);
        if (old.filter(each -> PlanDiff.between(each, plan).isEmpty()).isPresent()) {
            Kept same = last.orElseThrow();
            return new Generation(same.number(), plan, same.since(), same.change());
        }
        String change =
                old.map(each -> Generation.change(PlanDiff.between(each, plan)))
                        .orElse("+%d -0 ~0".formatted(plan.vms().size() + plan.switches().size()));
        return new Generation(before + 1, plan, clock.now(), change);
    }

    /// What cannot be read any more is as if it had not been kept.
    private Optional<Plan> readable(Kept kept) {
        try {
            return ledger.plan(kept.number());
        } catch (IOException e) {
            log.warn("history: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// The one that comes after another, with what has changed.
    Registry.Changed after(Generation before, Plan plan) {
        PlanDiff diff = PlanDiff.between(before.plan(), plan);
        Generation next =
                new Generation(before.number() + 1, plan, clock.now(), Generation.change(diff));
        return new Registry.Changed(next, diff);
    }

    /// Has the next daemon know a generation, before anything follows it.
    ///
    /// @param numbers of the VMs that were known before
    /// @return those with the numbers of its VMs
    Map<String, Integer> note(Generation next, Map<String, Integer> numbers) throws IOException {
        Map<String, Integer> all = new HashMap<>(numbers);
        next.plan().vms().forEach(vm -> all.put(vm.name(), vm.id()));
        Mark.PLAN_READ.pass();
        ledger.keep(next);
        ledger.write(new Known(next.number(), all));
        Mark.STATE_REPLACED.pass();
        return all;
    }

    /// Has the next daemon know the number of a VM that no plan has.
    ///
    /// @return the numbers with this one
    Map<String, Integer> noteNumber(
            Generation now, Map<String, Integer> numbers, String name, int id) throws IOException {
        Map<String, Integer> all = new HashMap<>(numbers);
        all.put(name, id);
        ledger.write(new Known(now.number(), all));
        return all;
    }

    /// The latest ones, oldest first; the last one holds.
    List<Kept> history() {
        return ledger.kept();
    }

    /// The plan of one that is kept.
    ///
    /// @throws IOException when it cannot be read any more
    Optional<Plan> plan(int number) throws IOException {
        return ledger.plan(number);
    }
}
