package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;

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
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.macros().stream()
                .filter(macro -> !macro.used() && !InvalidMacroName.holdsSpace(macro.name()))
                .flatMap(
                        macro ->
                                macro.directive().stream()
                                        .map(
                                                directive ->
                                                        INFO.at(
                                                                directive.name().span(),
                                                                "macro \"%s\" is never used"
                                                                        .formatted(macro.name()))));
    }
}
