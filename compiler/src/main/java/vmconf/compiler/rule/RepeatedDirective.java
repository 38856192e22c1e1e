package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Directives;
import vmconf.source.Span;

/// A directive that may stand only once in its block.
final class RepeatedDirective implements Rule {
    private static final Set<String> ONCE =
            Directives.ALL.stream()
                    .filter(info -> info.repeat().equals("error"))
                    .map(DirectiveInfo::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Map<Class<?>, String> COUNTED =
            Map.of(
                    Directive.Memory.class, "memory",
                    Directive.Cdrom.class, "cdrom",
                    Directive.Boot.class, "boot",
                    Directive.Kernel.class, "kernel",
                    Directive.Interfaces.class, "interfaces",
                    Directive.Cpus.class, "cpus",
                    Directive.Firmware.class, "firmware",
                    Directive.Efivars.class, "efivars");
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM401",
                    Severity.ERROR,
                    "directive is repeated",
                    "vmd refuses the second one.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 512M
                        memory 1G
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 1G
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.vms().flatMap(RepeatedDirective::findings);
    }

    private static Stream<Diagnostic> findings(Directive.Vm vm) {
        Map<String, Span> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.InVm option : vm.options()) {
            String name = COUNTED.get(option.getClass());
            if (name == null || !ONCE.contains(name) || isNothing(option)) {
                continue;
            }
            Span other = first.putIfAbsent(name, option.span());
            if (other != null) {
                findings.add(
                        INFO.at(option.span(), "\"%s\" is given more than once".formatted(name))
                                .with(other, "first given here")
                                .withFix(removed(option.span(), other)));
            }
        }
        return findings.stream();
    }

    /// Two that say the same; of others nobody knows which one is meant.
    private static Optional<Fix> removed(Span repeated, Span first) {
        return repeated.text().equals(first.text())
                ? Fix.removeLines("remove the repetition", true, repeated)
                : Optional.empty();
    }

    /// vmd does not count an empty cdrom or zero interfaces.
    private static boolean isNothing(Directive.InVm option) {
        boolean noCdrom =
                option instanceof Directive.Cdrom cdrom
                        && cdrom.path().known()
                        && cdrom.path().text().isEmpty();
        return noCdrom
                || (option instanceof Directive.Interfaces interfaces
                        && interfaces.count().text().matches("-?0+"));
    }
}
