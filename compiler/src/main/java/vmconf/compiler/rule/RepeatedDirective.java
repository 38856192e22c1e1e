package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.source.Span;

/// A directive that may stand only once in its block.
final class RepeatedDirective implements Rule {
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
        if (vm.options().size() < 2) {
            return Stream.empty();
        }
        Map<Class<?>, Span> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.InVm option : vm.options()) {
            if (isNothing(option)) {
                continue;
            }
            Span other = first.putIfAbsent(option.getClass(), option.span());
            if (other != null) {
                once(option)
                        .map(
                                name ->
                                        INFO.at(
                                                        option.span(),
                                                        "\"%s\" is given more than once"
                                                                .formatted(name))
                                                .with(other, "first given here")
                                                .withFix(removed(option.span(), other)))
                        .ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    /// The name of a directive that the schema allows once.
    private static Optional<String> once(Directive option) {
        return Optional.ofNullable(DirectiveKinds.ALL.get(option.getClass()))
                .filter(info -> info.repeat().equals("error"))
                .map(DirectiveInfo::name);
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
