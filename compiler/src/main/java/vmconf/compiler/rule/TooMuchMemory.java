package vmconf.compiler.rule;

import java.util.OptionalLong;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.value.MemorySize;

/// Enabled machines that have more memory together than the host.
final class TooMuchMemory implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                    "VM708",
                    Severity.WARNING,
                    "machines have more memory than this host",
                    "Started together they make the host swap, or the last ones do not start.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 64G
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 1G
                    }
                    """);

    private final HostFacts host;

    TooMuchMemory(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        OptionalLong memory = host.memory();
        if (memory.isEmpty()) {
            return Stream.empty();
        }
        long sum = 0;
        for (Directive.Vm vm : config.vms().toList()) {
            long own = Blocks.enabled(vm.options()) ? memory(vm) : 0;
            if (own > 0 && sum <= memory.getAsLong() && sum + own > memory.getAsLong()) {
                return Stream.of(
                        INFO.at(
                                vm.name().span(),
                                "with VM \"%s\" the machines have %dM, this host has %dM"
                                        .formatted(
                                                vm.name().text(),
                                                (sum + own) >> 20,
                                                memory.getAsLong() >> 20)));
            }
            sum += own;
        }
        return Stream.empty();
    }

    private static long memory(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Memory.class)
                .map(Directive.Memory::size)
                .flatMap(size -> MemorySize.of(size.text(), size.isInteger()).value())
                .orElse(DEFAULT);
    }

    /// What a machine without `memory` has.
    private static final long DEFAULT = 512L << 20;
}
