package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.source.Span;

/// A definition that nothing reads before the end or before it is replaced.
final class UnusedMacro implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM102",
                    Severity.WARNING,
                    "macro is never used",
                    "Nothing refers to the macro, or it is defined anew before something does.",
                    """
                    images = "/var/vm"
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    images = "/var/vm"
                    vm "a" {
                        disk $images"/a.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.macros().stream()
                .filter(macro -> !macro.used() && !InvalidMacroName.holdsSpace(macro.name()))
                .map(macro -> finding(macro, config));
    }

    /// A macro of the command line is reported at the start of the file.
    private static Diagnostic finding(MacroDefinition macro, Config config) {
        return macro.directive()
                .map(
                        directive ->
                                INFO.at(
                                        directive.name().span(),
                                        "macro \"%s\" is never used".formatted(macro.name())))
                .orElseGet(
                        () ->
                                INFO.at(
                                        Span.of(config.file(), 0, 0),
                                        "macro \"%s\" of the command line is never used"
                                                .formatted(macro.name())));
    }
}
