package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Keyword;

/// A VM that boots only from a device that it does not have.
final class MissingBootDevice implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM248",
                    Severity.WARNING,
                    "boot device does not exist",
                    "The machine boots from this device and no other, so it stops right after it started.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        boot device cdrom
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        boot device disk
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofVms(Directive.BootDevice.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        List<Directive.Vm> doubtful = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Optional<Directive.BootDevice> boot = boot(vm);
            if (boot.isPresent() && config.sound(vm) && !has(vm, boot.get().device())) {
                doubtful.add(vm);
            }
        }
        return doubtful.isEmpty() ? Stream.empty() : lacking(config, doubtful);
    }

    private static Optional<Directive.BootDevice> boot(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.BootDevice.class);
    }

    /// Of its own; it may still take one over.
    private static boolean has(Directive.Vm vm, Keyword device) {
        return switch (device) {
            case CDROM -> Bootless.hasCdrom(vm);
            case NET -> hasInterface(vm);
            default -> Blocks.last(vm.options(), Directive.Disk.class).isPresent();
        };
    }

    private static Stream<Diagnostic> lacking(Config config, List<Directive.Vm> doubtful) {
        Holding cdroms = Holding.of(config, Bootless::hasCdrom);
        Holding interfaces = Holding.of(config, MissingBootDevice::hasInterface);
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : doubtful) {
            boot(vm).filter(each -> lacks(vm, each.device(), cdroms, interfaces))
                    .map(each -> finding(vm, each))
                    .ifPresent(findings::add);
        }
        return findings.stream();
    }

    private static boolean lacks(
            Directive.Vm vm, Keyword device, Holding cdroms, Holding interfaces) {
        return switch (device) {
            case CDROM -> cdroms.of(vm) == Holding.Answer.NO;
            case NET -> interfaces.of(vm) == Holding.Answer.NO;
            // One without a cdrom as well has nothing to boot from at all.
            default -> cdroms.of(vm) == Holding.Answer.YES;
        };
    }

    private static boolean hasInterface(Directive.Vm vm) {
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Interface
                    || (option instanceof Directive.Interfaces count && !isZero(count))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(Directive.Interfaces interfaces) {
        return interfaces.count().known() && Long.parseLong(interfaces.count().text()) == 0;
    }

    private static Diagnostic finding(Directive.Vm vm, Directive.BootDevice boot) {
        String device =
                switch (boot.device()) {
                    case NET -> "interface";
                    case CDROM -> "cdrom";
                    default -> "disk";
                };
        return INFO.at(
                boot.span(),
                "VM \"%s\" boots from %s, but has no %s"
                        .formatted(vm.name().text(), boot.device().word(), device));
    }
}
