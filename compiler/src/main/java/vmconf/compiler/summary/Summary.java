package vmconf.compiler.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmconf.plan.Interface;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What a plan amounts to.
public final class Summary {
    private final String name;
    private final Plan plan;
    private final Tally all;
    private final Tally enabled;
    private final List<Joined> switches = new ArrayList<>();
    private final Members local = new Members();
    private final Members unconnected = new Members();

    /// A switch and who joins it.
    record Joined(Switch plan, Members members) {}

    private Summary(String name, Plan plan) {
        this.name = name;
        this.plan = plan;
        this.all = Tally.of(plan.vms());
        this.enabled = Tally.of(plan.vms().stream().filter(Vm::enabled).toList());
        Map<String, Joined> named = new HashMap<>();
        for (Switch each : plan.switches()) {
            Joined joined = new Joined(each, new Members());
            switches.add(joined);
            // The first enabled one of a name has it.
            named.merge(each.name(), joined, Summary::whoHasTheName);
        }
        for (Vm vm : plan.vms()) {
            vm.interfaces().forEach(nic -> count(vm, nic, named));
        }
    }

    private static Joined whoHasTheName(Joined first, Joined next) {
        return first.plan().enabled() || !next.plan().enabled() ? first : next;
    }

    private void count(Vm vm, Interface nic, Map<String, Joined> named) {
        Joined joined = nic.switchName().map(named::get).orElse(null);
        if (joined != null) {
            joined.members().add(vm);
        }
        if (nic.local().isPresent()) {
            local.add(vm);
        }
        if (joined == null && nic.local().isEmpty()) {
            unconnected.add(vm);
        }
    }

    /// @param name of the file
    public static Summary of(String name, Plan plan) {
        return new Summary(name, plan);
    }

    String name() {
        return name;
    }

    String target() {
        return plan.target();
    }

    Tally all() {
        return all;
    }

    Tally enabled() {
        return enabled;
    }

    /// Every switch in file order.
    List<Joined> switches() {
        return List.copyOf(switches);
    }

    LocalNetwork localNetwork() {
        return plan.local();
    }

    /// Local interfaces.
    Members local() {
        return local;
    }

    /// Interfaces that join nothing.
    Members unconnected() {
        return unconnected;
    }
}
