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
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.source.Span;

/// A definition whose value another one replaces before anything reads it.
final class ReplacedMacro implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM106",
                    Severity.WARNING,
                    "macro is defined anew before its value is used",
                    "The later value holds from its line on; nothing ever reads the earlier one.",
                    """
                    images = "/var/vm"
                    images = "/srv/vm"
                    vm "a" {
                        disk $images/a.img
                    }
                    """,
                    """
                    images = "/srv/vm"
                    vm "a" {
                        disk $images/a.img
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.macros().size() < 2) {
            return Stream.empty();
        }
        Map<String, MacroDefinition> earlier = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (MacroDefinition macro : config.macros()) {
            Optional.ofNullable(earlier.put(macro.name(), macro))
                    .filter(replaced -> !replaced.used())
                    .flatMap(MacroDefinition::directive)
                    .flatMap(
                            replaced ->
                                    macro.directive().flatMap(later -> finding(replaced, later)))
                    .ifPresent(findings::add);
        }
        return findings.stream();
    }

    /// A line that is read twice, because its file is included twice, does not replace itself.
    private static Optional<Diagnostic> finding(Directive.Macro replaced, Directive.Macro later) {
        Span span = replaced.name().span();
        Span other = later.name().span();
        if (span.startsWith(other)) {
            return Optional.empty();
        }
        return Optional.of(
                INFO.at(
                                span,
                                "macro \"%s\" is defined anew before this value is used"
                                        .formatted(replaced.name().text()))
                        .with(other, "defined anew here")
                        .withFix(Fix.removeLines("remove the macro", false, replaced.span())));
    }
}
