package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.host.HostFacts;

/// A host on which our own runtime has to emulate the processor; said once, at the first machine.
final class NoKvm implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                    "VM710",
                    Severity.NOTE,
                    "guests run without KVM",
                    "This user cannot open /dev/kvm, so that QEMU emulates the processor; guests are many times slower.",
                    """
                    # target: native
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    # target: native
                    # vmconf: allow VM710 the machine for tests has no KVM
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """);

    private final HostFacts host;

    NoKvm(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.target().equals(Target.NATIVE) && !host.canUseKvm()
                ? config.vms()
                        .limit(1)
                        .map(vm -> INFO.at(vm.name().span(), "KVM cannot be used on this host"))
                : Stream.empty();
    }
}
