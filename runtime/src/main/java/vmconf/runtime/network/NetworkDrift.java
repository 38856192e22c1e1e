package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;

/// Compares the interfaces of a VM with its taps, each in its routing domain.
record NetworkDrift(Plan plan, Links links, Routing routing) {

    /// @param devices the taps, in the order of the interfaces
    /// @param leases who answers the guest's DHCP
    List<Difference> differences(Vm vm, List<String> devices, Leases leases) {
        List<Difference> differences = new ArrayList<>();
        int count = Math.min(devices.size(), vm.interfaces().size());
        for (int index = 0; index < count; index++) {
            Interface link = vm.interfaces().get(index);
            int domain = TapSettings.domain(link);
            Optional<Switch> joined = link.switchName().flatMap(plan::switchNamed);
            LinkDrift drift =
                    new LinkDrift(
                            links,
                            vm.name(),
                            devices.get(index),
                            link,
                            joined,
                            routing.domains().device(domain),
                            isAnswered(index, leases));
            differences.addAll(there(domain, drift));
        }
        return differences;
    }

    private List<Difference> there(int domain, LinkDrift drift) {
        List<Difference> found = new ArrayList<>();
        try {
            routing.domains().in(domain, () -> found.addAll(drift.differences()));
        } catch (NetworkException e) {
            found.add(drift.gone());
        }
        return found;
    }

    private static boolean isAnswered(int index, Leases leases) {
        return leases.taps().stream().anyMatch(each -> each.index() == index && each.isAnswered());
    }
}
