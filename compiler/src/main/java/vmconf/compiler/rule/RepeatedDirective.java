package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        Map<String, Span> first = new HashMap<>();
        return vm.options().stream()
                .flatMap(
                        option ->
                                name(option).filter(ONCE::contains).stream()
                                        .flatMap(name -> finding(name, option.span(), first)));
    }

    private static Stream<Diagnostic> finding(String name, Span span, Map<String, Span> first) {
        Span other = first.putIfAbsent(name, span);
        return other == null
                ? Stream.of()
                : Stream.of(
                        INFO.at(span, "\"%s\" is given more than once".formatted(name))
                                .with(other, "first given here"));
    }

    /// The schema's name of a directive that counts; vmd does not count an empty cdrom or zero
    /// interfaces.
    private static Optional<String> name(Directive.InVm option) {
        return switch (option) {
            case Directive.Memory _ -> Optional.of("memory");
            case Directive.Cdrom(_, var path) when path.known() && path.text().isEmpty() ->
                    Optional.empty();
            case Directive.Cdrom _ -> Optional.of("cdrom");
            case Directive.Boot _ -> Optional.of("boot");
            case Directive.Interfaces(_, var count) when count.text().matches("-?0+") ->
                    Optional.empty();
            case Directive.Interfaces _ -> Optional.of("interfaces");
            case Directive.Cpus _ -> Optional.of("cpus");
            case Directive.Firmware _ -> Optional.of("firmware");
            case Directive.Efivars _ -> Optional.of("efivars");
            default -> Optional.empty();
        };
    }
}
