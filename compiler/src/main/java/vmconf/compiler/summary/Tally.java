package vmconf.compiler.summary;

import java.util.List;
import vmconf.plan.Vm;

/// What some VMs amount to.
///
/// @param instances how many of the VMs are instances of others
/// @param memory bytes
/// @param cpus virtual processors
record Tally(long vms, long instances, long memory, long cpus, long disks, long interfaces) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    static Tally of(List<Vm> vms) {
        Tally sum = NONE;
        for (Vm vm : vms) {
            sum = sum.plus(of(vm));
        }
        return sum;
    }

    private static Tally of(Vm vm) {
        return new Tally(
                1,
                vm.instanceOf().isPresent() ? 1 : 0,
                vm.memory(),
                vm.cpus(),
                vm.disks().size(),
                vm.interfaces().size());
    }

    Tally plus(Tally other) {
        return new Tally(
                vms + other.vms,
                instances + other.instances,
                memory + other.memory,
                cpus + other.cpus,
                disks + other.disks,
                interfaces + other.interfaces);
    }
}
