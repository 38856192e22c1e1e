package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/// Everything one vm.conf asks for, in file order.
///
/// @param vmconfPlan version of the plan format, [#VERSION]
/// @param target what the plan was checked for, e.g. `openbsd` or `native`
/// @param local addresses of local interfaces
/// @param socketOwner owner of the control socket
/// @param staggeredStart how enabled VMs are started one after the other
/// @param agentx connection to an SNMP master agent, when asked for
@JsonPropertyOrder({
    "vmconf-plan",
    "target",
    "local",
    "socket-owner",
    "staggered-start",
    "agentx",
    "switches",
    "vms"
})
public record Plan(
        int vmconfPlan,
        String target,
        LocalNetwork local,
        Owner socketOwner,
        StaggeredStart staggeredStart,
        Optional<Agentx> agentx,
        List<Switch> switches,
        List<Vm> vms) {

    /// The version this code reads and writes.
    public static final int VERSION = 1;

    public Plan {
        switches = List.copyOf(switches);
        vms = List.copyOf(vms);
    }

    /// The VM of that name; names are unique in a plan and compared exactly.
    public Optional<Vm> vmNamed(String name) {
        return vms.stream().filter(vm -> vm.name().equals(name)).findFirst();
    }

    /// The enabled switch of that name; the first one when a file repeats it.
    public Optional<Switch> switchNamed(String name) {
        return switches.stream()
                .filter(each -> each.enabled() && each.name().equals(name))
                .findFirst();
    }
}
