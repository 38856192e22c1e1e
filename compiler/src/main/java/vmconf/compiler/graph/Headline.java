package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What a plan amounts to, in a line.
final class Headline {
    /// What is said where lines are left out.
    static final String WITHOUT_LINES =
            " · too many lines to draw: dots and names tell who joins what";

    private Headline() {}

    static String of(Scene scene) {
        Plan plan = scene.plan();
        List<String> facts = new ArrayList<>();
        long off = plan.vms().stream().filter(vm -> !vm.enabled()).count();
        facts.add(
                count(plan.vms().size(), "VM", "VMs") + (off == 0 ? "" : ", " + off + " disabled"));
        if (!plan.vms().isEmpty()) {
            long memory = plan.vms().stream().mapToLong(Vm::memory).sum();
            facts.add(VmText.memory(memory) + " memory");
        }
        facts.add(count(plan.switches().size(), "switch", "switches"));
        facts.add("for " + plan.target());
        return Shown.text(String.join(" · ", facts));
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
