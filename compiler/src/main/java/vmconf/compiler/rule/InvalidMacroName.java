package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

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
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.all(Directive.Macro.class)
                .map(Directive.Macro::name)
                .filter(name -> name.text().chars().skip(1).anyMatch(InvalidMacroName::isSpace))
                .map(
                        name ->
                                INFO.at(
                                        name.span(),
                                        "macro name \"%s\" holds white space"
                                                .formatted(name.text())));
    }

    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
