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
        if (!config.target().has(Feature.MACRO_NAME_CHECK)) {
            return Stream.empty();
        }
        return config.all(Directive.Macro.class)
                .map(Directive.Macro::name)
                .filter(name -> holdsSpace(name.text()))
                .map(
                        name ->
                                INFO.at(
                                        name.span(),
                                        "macro name \"%s\" holds white space"
                                                .formatted(name.text())));
    }

    /// vmd does not notice white space at the very start.
    static boolean holdsSpace(String name) {
        return name.chars().skip(1).anyMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
    }
}
