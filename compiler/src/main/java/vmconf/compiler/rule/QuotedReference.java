package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.LiteralReference;
import vmconf.compiler.expand.LiteralReference.Place;

/// A reference to a macro in quotes.
final class QuotedReference implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM109",
                    Severity.WARNING,
                    "macro is not expanded in quotes",
                    "In quotes \"$\" is a character like any other, so the name itself is taken.",
                    """
                    images = "/var/vm"
                    vm "a" {
                        disk "$images/a.img"
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
        return LiteralWord.findings(
                config, Place.QUOTES, QuotedReference::finding, LiteralWord::unquoted);
    }

    private static Diagnostic finding(LiteralReference reference) {
        Diagnostic finding =
                INFO.at(
                                reference.span(),
                                "\"$%s\" is not expanded in quotes"
                                        .formatted(reference.macro().name()))
                        .withHelp("take it out of the quotes");
        return reference
                .macro()
                .definition()
                .filter(_ -> reference.below().isEmpty())
                .map(value -> finding.with(value, "its value is given here"))
                .orElse(finding);
    }
}
