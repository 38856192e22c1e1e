package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything one vm.conf asks for, in file order.
///
/// @param vmconfPlan version of the plan format
/// @param target what the plan was checked for, e.g. `openbsd` or `native`
/// @param local addresses of local interfaces
/// @param socketOwner owner of the control socket
/// @param staggeredStart how enabled VMs are started one after the other
/// @param agentx connection to an SNMP master agent, when asked for
/// @param switches in file order
/// @param vms in file order
/// @param provenance where each value came from, by JSON Pointer (RFC 6901), when asked for; a
/// value without an entry has that of the nearest one above it
@JsonPropertyOrder({
    "vmconf-plan",
    "target",
    "local",
    "socket-owner",
    "staggered-start",
    "agentx",
    "switches",
    "vms",
    "provenance"
})
public record Plan(
        int vmconfPlan,
        String target,
        LocalNetwork local,
        Owner socketOwner,
        StaggeredStart staggeredStart,
        Optional<Agentx> agentx,
        List<Switch> switches,
        List<Vm> vms,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Map<String, Provenance>> provenance) {

    /// The version this code reads and writes.
    public static final int VERSION = 1;

    public Plan {
        switches = List.copyOf(switches);
        vms = List.copyOf(vms);
        provenance = provenance.map(each -> Collections.unmodifiableMap(new LinkedHashMap<>(each)));
    }

    /// A plan that does not say where its values came from.
    public Plan(
            int vmconfPlan,
            String target,
            LocalNetwork local,
            Owner socketOwner,
            StaggeredStart staggeredStart,
            Optional<Agentx> agentx,
            List<Switch> switches,
            List<Vm> vms) {
        this(
                vmconfPlan,
                target,
                local,
                socketOwner,
                staggeredStart,
                agentx,
                switches,
                vms,
                Optional.empty());
    }

    /// Where the value at a JSON Pointer came from: what is said of it, or else of the nearest one
    /// above it. Nothing in a plan that does not say where its values came from.
    public Optional<Provenance> source(String pointer) {
        if (provenance.isEmpty()) {
            return Optional.empty();
        }
        String place = pointer;
        while (!place.isEmpty() && !provenance.get().containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return Optional.ofNullable(provenance.get().get(place));
    }

    /// A plan of these VMs alone, with every setting as it is by default.
    public static Plan of(List<Vm> vms) {
        return new Plan(
                VERSION,
                "native",
                LocalNetwork.DEFAULT,
                Owner.ROOT,
                StaggeredStart.DEFAULT,
                Optional.empty(),
                List.of(),
                vms);
    }

    /// The same plan with another local network and the VMs that follow from it, one for each.
    Plan with(LocalNetwork otherLocal, List<Vm> otherVms) {
        return new Plan(
                vmconfPlan,
                target,
                otherLocal,
                socketOwner,
                staggeredStart,
                agentx,
                switches,
                otherVms,
                provenance);
    }

    /// The same plan without its provenance.
    public Plan withoutProvenance() {
        return with(switches, vms);
    }

    /// The same settings with other switches and VMs, without provenance.
    public Plan with(List<Switch> otherSwitches, List<Vm> otherVms) {
        return new Plan(
                vmconfPlan,
                target,
                local,
                socketOwner,
                staggeredStart,
                agentx,
                otherSwitches,
                otherVms);
    }

    /// This plan with the VMs and switches of another one behind its own, but for those whose name
    /// it has. A switch that is disabled here does not keep its name for itself.
    public Plan joinedWith(Plan more) {
        Set<String> names = vms.stream().map(Vm::name).collect(Collectors.toSet());
        Set<String> taken =
                switches.stream()
                        .filter(Switch::enabled)
                        .map(Switch::name)
                        .collect(Collectors.toSet());
        return with(
                Stream.concat(
                                switches.stream(),
                                more.switches().stream()
                                        .filter(each -> !taken.contains(each.name())))
                        .toList(),
                Stream.concat(
                                vms.stream(),
                                more.vms().stream().filter(each -> !names.contains(each.name())))
                        .toList());
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
