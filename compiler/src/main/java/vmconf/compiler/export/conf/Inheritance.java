package vmconf.compiler.export.conf;

import java.util.HashMap;
import java.util.Map;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;

/// What vmd's interfaces take over from switches that stand above them in the file
/// (`vmconf-language` section 5).
final class Inheritance {
    private final Plan plan;
    private final Map<String, Switch> switches = new HashMap<>();

    Inheritance(Plan plan) {
        this.plan = plan;
        plan.switches().stream()
                .filter(Switch::enabled)
                .forEach(each -> switches.putIfAbsent(each.name(), each));
    }

    /// An interface would take over what it has not in the plan. It does not from a switch below.
    boolean isWrong() {
        return plan.vms().stream().flatMap(vm -> vm.interfaces().stream()).anyMatch(this::isWrong);
    }

    /// An interface without a switch joins the one without a name.
    private boolean isWrong(Interface nic) {
        Switch joined = switches.get(nic.switchName().orElse(""));
        return joined != null
                && ((joined.lockedLladdr() && !nic.lockedLladdr())
                        || (joined.rdomain().isPresent() && nic.rdomain().isEmpty()));
    }
}
