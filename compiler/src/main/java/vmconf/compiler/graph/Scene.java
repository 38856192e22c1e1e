package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Provenance;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What there is to show: the nets of a plan, who joins them, and who is made from whom.
final class Scene {
    private final Plan plan;
    private final List<Net> nets = new ArrayList<>();
    private final Map<String, Net> switches = new HashMap<>();
    private final Optional<Net> local;
    private final List<Family> families;
    private final Map<String, Vm> parents = new HashMap<>();

    Scene(Plan plan) {
        this.plan = plan;
        plan.switches().forEach(this::add);
        boolean any =
                plan.vms().stream()
                        .flatMap(vm -> vm.interfaces().stream())
                        .anyMatch(nic -> nic.local().isPresent());
        local = any ? Optional.of(new Net.Local(plan.local())) : Optional.empty();
        local.ifPresent(nets::add);
        families = families(plan.vms());
    }

    /// The first enabled switch of a name has it; a disabled one only where there is no other.
    private void add(Switch block) {
        Net net = new Net.Bridge(nets.size() + 1, block);
        nets.add(net);
        switches.merge(
                block.name(), net, (old, next) -> old.enabled() || !next.enabled() ? old : next);
    }

    /// A parent stands above its instances; one that does not is no parent here.
    private List<Family> families(List<Vm> vms) {
        Map<String, List<Vm>> familyOf = new HashMap<>();
        List<List<Vm>> families = new ArrayList<>();
        for (Vm vm : vms) {
            Optional<List<Vm>> old = vm.instanceOf().map(familyOf::get);
            if (old.isEmpty()) {
                families.add(new ArrayList<>());
            }
            List<Vm> family = old.orElseGet(families::getLast);
            family.add(vm);
            familyOf.putIfAbsent(vm.name(), family);
            parents.putIfAbsent(vm.name(), vm);
        }
        return families.stream()
                .map(each -> new Family(each.getFirst(), each.subList(1, each.size())))
                .toList();
    }

    /// Where the name of a block stands, if the plan says so.
    ///
    /// @param list `vms` or `switches`
    /// @param number in the order of the plan, from 1
    Optional<Provenance.Place> place(String list, int number) {
        return plan.source("/" + list + "/" + (number - 1) + "/name").flatMap(Provenance::at);
    }

    Plan plan() {
        return plan;
    }

    /// Every switch in file order, then the local network if an interface is in it.
    List<Net> nets() {
        return List.copyOf(nets);
    }

    /// Every VM, in the order of the heads.
    List<Family> families() {
        return families;
    }

    /// The parent of a member of a family that is not its head.
    Optional<Vm> parentOf(Vm instance) {
        return instance.instanceOf().map(parents::get);
    }

    /// The interfaces of a VM.
    List<Link> links(Vm vm) {
        return vm.interfaces().stream().map(this::link).toList();
    }

    private Link link(Interface nic) {
        List<Net> joined = new ArrayList<>();
        nic.switchName().map(switches::get).ifPresent(joined::add);
        if (nic.local().isPresent()) {
            local.ifPresent(joined::add);
        }
        return new Link(nic, joined);
    }
}
