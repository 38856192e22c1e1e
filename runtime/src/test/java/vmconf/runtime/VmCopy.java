package vmconf.runtime;

import java.util.List;
import java.util.Optional;
import vmconf.plan.Boot;
import vmconf.plan.Disk;
import vmconf.plan.InstancePermission;
import vmconf.plan.Interface;
import vmconf.plan.Owner;
import vmconf.plan.Vm;

/// A VM like another, but for what is said of it.
final class VmCopy {
    private final Vm vm;
    private boolean enabled;
    private long memory;
    private Boot boot;
    private List<Disk> disks;
    private Optional<String> cdrom;
    private List<Interface> interfaces;
    private Owner owner;
    private InstancePermission allowInstance;

    VmCopy(Vm vm) {
        this.vm = vm;
        enabled = vm.enabled();
        memory = vm.memory();
        boot = vm.boot();
        disks = vm.disks();
        cdrom = vm.cdrom();
        interfaces = vm.interfaces();
        owner = vm.owner();
        allowInstance = vm.allowInstance();
    }

    VmCopy enabled(boolean other) {
        enabled = other;
        return this;
    }

    VmCopy memory(long other) {
        memory = other;
        return this;
    }

    VmCopy boot(Boot other) {
        boot = other;
        return this;
    }

    VmCopy disks(List<Disk> other) {
        disks = other;
        return this;
    }

    VmCopy cdrom(String other) {
        cdrom = Optional.of(other);
        return this;
    }

    VmCopy interfaces(List<Interface> other) {
        interfaces = other;
        return this;
    }

    VmCopy owner(Owner other) {
        owner = other;
        return this;
    }

    VmCopy allowInstance(InstancePermission other) {
        allowInstance = other;
        return this;
    }

    Vm vm() {
        return new Vm(
                vm.id(),
                vm.name(),
                enabled,
                vm.start(),
                vm.instanceOf(),
                memory,
                vm.cpus(),
                boot,
                disks,
                cdrom,
                interfaces,
                owner,
                allowInstance,
                vm.sev(),
                vm.seves());
    }
}
