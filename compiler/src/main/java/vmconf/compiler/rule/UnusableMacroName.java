package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.source.Span;

/// A macro's name that no reference can spell.
final class UnusableMacroName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM108",
                    Severity.WARNING,
                    "macro that no reference can name",
                    "A reference ends at the first character that is no letter, digit or \"_\".",
                    """
                    image-folder = "/var/vm"
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    image_folder = "/var/vm"
                    vm "a" {
                        disk $image_folder/a.img
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        MacroRenaming renaming = new MacroRenaming(config);
        return config.macros().stream()
                .filter(macro -> !Spelling.isMacroName(macro.name()))
                .flatMap(macro -> finding(macro, config, renaming).stream());
    }

    private static Optional<Diagnostic> finding(
            MacroDefinition macro, Config config, MacroRenaming renaming) {
        String name = macro.name();
        Optional<Directive.Macro> directive = macro.directive();
        if (directive.isEmpty()) {
            return Optional.of(INFO.at(Span.of(config.file(), 0, 0), message(name)));
        }
        if (InvalidMacroName.holdsSpace(name) && InvalidMacroName.isChecked(config)) {
            return Optional.empty();
        }
        return Optional.of(
                INFO.at(directive.get().name().span(), message(name))
                        .withFix(macro.used() ? Optional.empty() : renaming.fix(directive.get())));
    }

    private static String message(String name) {
        return name.isEmpty()
                ? "macro without a name, which only a lone \"$\" refers to"
                : "macro \"%s\" has a name that no reference can spell".formatted(name);
    }
}
