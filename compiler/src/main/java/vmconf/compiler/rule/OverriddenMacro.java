package vmconf.compiler.rule;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;

/// A definition of a macro that the command line has defined.
final class OverriddenMacro implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM107",
                    Severity.NOTE,
                    "macro is defined by the command line",
                    "A macro given with -D keeps its value; a definition in the file is read and ignored.",
                    """
                    # vmconf check -D images=/srv/vm example.conf
                    images = "/var/vm"
                    vm "a" {
                        disk $images/a.img
                    }
                    """,
                    """
                    # vmconf check -D images=/srv/vm example.conf
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
        Set<String> fixed = new HashSet<>();
        for (MacroDefinition macro : config.macros()) {
            if (macro.directive().isEmpty()) {
                fixed.add(macro.name());
            }
        }
        if (fixed.isEmpty()) {
            return Stream.empty();
        }
        return config.all(Directive.Macro.class)
                .filter(macro -> macro.name().known() && fixed.contains(macro.name().text()))
                .map(OverriddenMacro::finding);
    }

    private static Diagnostic finding(Directive.Macro macro) {
        return INFO.at(
                        macro.name().span(),
                        "macro \"%s\" keeps its value of the command line"
                                .formatted(macro.name().text()))
                .withFix(Fix.removeLines("remove the macro", false, macro.span()));
    }
}
