package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Keyword;

/// Machines that have nothing to boot from.
///
/// vmd wants a disk or a cdrom when it loads the file; a kernel alone does not count. Older
/// releases and our own runtime take a kernel too, and that also one that boots from the network.
final class Bootless {
    /// Why a machine has nothing to boot from.
    enum Kind {
        /// Disabled and used as a parent.
        TEMPLATE,
        /// vmd takes none of its options for a device.
        NO_DEVICES,
        /// It has devices, but none to boot from.
        NO_MEDIUM,
        /// It has something to boot from, or that cannot be told.
        NONE
    }

    /// Options that vmd does not count as devices.
    private static final Set<Class<?>> NOT_COUNTED =
            Set.of(
                    Directive.Enable.class,
                    Directive.Disable.class,
                    Directive.Owner.class,
                    Directive.AllowInstance.class,
                    Directive.BootDevice.class,
                    Directive.Sev.class,
                    Directive.Seves.class);

    private Bootless() {}

    /// The machines of one kind, in reading order.
    static List<Directive.Vm> of(Config config, Kind kind) {
        List<Directive.Vm> found = new ArrayList<>();
        Target target = config.target();
        boolean kernelCounts = target.isNative() || !target.has(Feature.BOOT_ONLY_REFUSED);
        for (Directive.Vm vm : config.vms().toList()) {
            if (!hasMedium(vm, kernelCounts)
                    && !(target.isNative() && bootsFromNetwork(vm))
                    && config.sound(vm)) {
                found.add(vm);
            }
        }
        if (found.isEmpty()) {
            return found;
        }
        Holding cdroms = Holding.of(config, Bootless::hasCdrom);
        Set<String> parents = new HashSet<>();
        Map<String, Directive.Vm> named = new HashMap<>();
        for (Directive.Vm vm : config.vms().toList()) {
            vm.parent().ifPresent(name -> parents.add(name.text()));
            named.putIfAbsent(vm.name().text(), vm);
        }
        found.removeIf(
                vm -> {
                    String name = vm.name().text();
                    // vmd skips a second definition of one name.
                    return !vm.equals(named.get(name))
                            || kind(vm, parents.contains(name), cdroms.of(vm), target) != kind;
                });
        return found;
    }

    private static Kind kind(Directive.Vm vm, boolean parent, Holding.Answer cdrom, Target target) {
        boolean none = cdrom == Holding.Answer.NO;
        if (none && parent && !Blocks.enabled(vm.options())) {
            return Kind.TEMPLATE;
        }
        // An instance that only takes over a cdrom has no devices for vmd.
        boolean counted = target.isNative() || counts(vm);
        if (!counted && cdrom != Holding.Answer.UNKNOWN) {
            return Kind.NO_DEVICES;
        }
        return none ? Kind.NO_MEDIUM : Kind.NONE;
    }

    private static boolean counts(Directive.Vm vm) {
        for (Directive.InVm option : vm.options()) {
            if (!NOT_COUNTED.contains(option.getClass())) {
                return true;
            }
        }
        return false;
    }

    /// A kernel, where it is one, counts only if the machine names it itself.
    private static boolean hasMedium(Directive.Vm vm, boolean kernelCounts) {
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Disk
                    || isCdrom(option)
                    || (kernelCounts && isKernel(option))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bootsFromNetwork(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.BootDevice.class)
                .filter(each -> each.device() == Keyword.NET)
                .isPresent();
    }

    private static boolean isKernel(Directive.InVm option) {
        return option instanceof Directive.Boot || option instanceof Directive.Kernel;
    }

    static boolean hasCdrom(Directive.Vm vm) {
        for (Directive.InVm option : vm.options()) {
            if (isCdrom(option)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCdrom(Directive.InVm option) {
        return option instanceof Directive.Cdrom cdrom
                && !(cdrom.path().known() && cdrom.path().text().isEmpty());
    }
}
