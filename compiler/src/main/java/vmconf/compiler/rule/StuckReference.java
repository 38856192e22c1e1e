package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.LiteralReference;
import vmconf.compiler.expand.LiteralReference.Place;

/// A reference to a macro that directly follows a word, or another macro that ends in one.
final class StuckReference implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM112",
                    Severity.WARNING,
                    "macro is not expanded behind a word",
                    "A word goes on up to the next blank, so \"$\" is a character of it, also where a macro yielded the word.",
                    """
                    folder = "/var/vm/"
                    image = "a.img"
                    vm "a" {
                        disk $folder$image
                    }
                    """,
                    """
                    folder = "/var/vm/"
                    image = "a.img"
                    vm "a" {
                        disk $folder $image
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return LiteralWord.findings(
                config, Place.WORD, StuckReference::finding, LiteralWord::separated);
    }

    private static Diagnostic finding(LiteralReference reference) {
        return INFO.at(
                        reference.span(),
                        "\"$%s\" is part of the word in front of it and is not expanded"
                                .formatted(reference.macro().name()))
                .withHelp(
                        "where a path or a name may be several words, a blank in between joins them");
    }
}
