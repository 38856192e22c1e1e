package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;

/// A macro's name with white space in it, which only quotes make possible.
final class InvalidMacroName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM105",
                    Severity.ERROR,
                    "macro name with white space",
                    "No reference could name it; vmd refuses the definition.",
                    """
                    "image folder" = "/var/vm"
                    """,
                    """
                    image = "/var/vm/a.img"
                    vm "a" {
                        disk $image
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        MacroRenaming renaming = new MacroRenaming(config);
        return config.all(Directive.Macro.class)
                .filter(macro -> holdsSpace(macro.name().text()) && isChecked(config))
                .map(macro -> finding(macro, renaming));
    }

    private static Diagnostic finding(Directive.Macro macro, MacroRenaming renaming) {
        return INFO.at(
                        macro.name().span(),
                        "macro name \"%s\" holds white space".formatted(macro.name().text()))
                .withFix(renaming.fix(macro));
    }

    static boolean isChecked(Config config) {
        return config.target().has(Feature.MACRO_NAME_CHECK);
    }

    /// vmd does not notice white space at the very start.
    static boolean holdsSpace(String name) {
        return name.chars().skip(1).anyMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
    }
}
