package vmconf.compiler.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
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

    private static final Map<String, Class<? extends Directive.InVm>> COUNTED =
            Map.of(
                    "memory", Directive.Memory.class,
                    "cdrom", Directive.Cdrom.class,
                    "boot", Directive.Boot.class,
                    "interfaces", Directive.Interfaces.class,
                    "cpus", Directive.Cpus.class,
                    "firmware", Directive.Firmware.class,
                    "efivars", Directive.Efivars.class);
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM401",
                    Severity.ERROR,
                    "directive is repeated",
                    "vmd refuses the second one.",
                    """
                    vm "a" {
                        disk "a.img"
                        memory 512M
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
        return COUNTED.entrySet().stream()
                .filter(each -> ONCE.contains(each.getKey()))
                .flatMap(each -> finding(each.getKey(), vm, each.getValue()));
    }

    private static Stream<Diagnostic> finding(
            String name, Directive.Vm vm, Class<? extends Directive.InVm> kind) {
        List<Span> spans =
                Settings.all(vm.options(), kind)
                        .filter(option -> !isNothing(option))
                        .map(Directive::span)
                        .toList();
        return spans.stream()
                .skip(1)
                .map(
                        span ->
                                INFO.at(span, "\"%s\" is given more than once".formatted(name))
                                        .with(spans.getFirst(), "first given here"));
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
