package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Instance;
import vmconf.compiler.syntax.Directive;

/// An instance that gives nothing that makes a machine.
final class BareInstance implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM215",
                            Severity.ERROR,
                            "instance has no device of its own",
                            "vmd looks at the options of the instance alone and refuses one without disk, cdrom, interface, memory or boot image: \"no devices\".",
                            """
                    vm "base" {
                        disable
                        cdrom "/var/vm/install.iso"
                    }
                    vm "base" instance "a" {
                        enable
                    }
                    """,
                            """
                    vm "base" {
                        disable
                        cdrom "/var/vm/install.iso"
                    }
                    vm "base" instance "a" {
                        enable
                        memory 1G
                    }
                    """)
                    .onNative(Severity.NOTE)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Trouble trouble = Trouble.of(config);
        return config.instances().stream()
                .map(Instance::vm)
                .filter(vm -> !trouble.in(vm.span()))
                .filter(vm -> vm.options().stream().noneMatch(BareInstance::counts))
                .map(
                        vm ->
                                INFO.at(
                                                vm.name().span(),
                                                "instance \"%s\" has no device of its own"
                                                        .formatted(vm.name().text()))
                                        .withHelp("give it a disk, or repeat a setting"));
    }

    private static boolean counts(Directive.InVm option) {
        return !(option instanceof Directive.Enable
                || option instanceof Directive.Disable
                || option instanceof Directive.Owner
                || option instanceof Directive.AllowInstance
                || option instanceof Directive.BootDevice
                || option instanceof Directive.Sev
                || option instanceof Directive.Seves);
    }
}
