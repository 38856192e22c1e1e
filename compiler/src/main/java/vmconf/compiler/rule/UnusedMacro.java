package vmconf.compiler.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.source.Span;

/// A definition that nothing reads.
final class UnusedMacro implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM102",
                    Severity.WARNING,
                    "macro is never used",
                    "Nothing refers to the macro; vmd says so too, and goes on.",
                    """
                    images = "/var/vm"
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    images = "/var/vm"
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
        if (config.macros().isEmpty()) {
            return Stream.empty();
        }
        Map<String, MacroDefinition> last = new LinkedHashMap<>();
        config.macros().forEach(macro -> last.put(macro.name(), macro));
        // A reference that is not expanded, or stands above, has a finding of its own.
        config.literalReferences().forEach(each -> last.remove(each.macro().name()));
        UndefinedMacro.references(config).forEach(each -> last.remove(UndefinedMacro.name(each)));
        return last.values().stream()
                .filter(macro -> !macro.used() && Spelling.isMacroName(macro.name()))
                .map(macro -> finding(macro, config));
    }

    private static Diagnostic finding(MacroDefinition macro, Config config) {
        return macro.directive()
                .map(directive -> finding(directive, macro.name()))
                .orElseGet(
                        () ->
                                INFO.at(
                                        Span.of(config.file(), 0, 0),
                                        "macro \"%s\" of the command line is never used"
                                                .formatted(macro.name())));
    }

    private static Diagnostic finding(Directive.Macro directive, String name) {
        return INFO.at(directive.name().span(), "macro \"%s\" is never used".formatted(name))
                .withFix(Fix.removeLines("remove the macro", false, directive.span()));
    }
}
