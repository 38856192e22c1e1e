package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.LiteralReference;
import vmconf.compiler.expand.LiteralReference.Place;

/// A macro whose value refers to another macro.
final class NestedMacro implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM111",
                    Severity.WARNING,
                    "macro in the value of a macro is not expanded",
                    "A value is put in place as it is: a \"$\" in it stays a character of a word, or is a syntax error.",
                    """
                    host = "web"
                    image = "/var/vm/$host.img"
                    vm $host {
                        disk $image
                    }
                    """,
                    """
                    host = "web"
                    vm $host {
                        disk "/var/vm/" $host.img
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return LiteralWord.findings(
                config,
                Place.MACRO_VALUE,
                NestedMacro::finding,
                word -> word.unquoted().or(word::replacedByValues));
    }

    private static Diagnostic finding(LiteralReference reference) {
        return INFO.at(
                        reference.span(),
                        "\"$%s\" in the value of a macro is not expanded"
                                .formatted(reference.macro().name()))
                .withHelp("a value without quotes is expanded when it is defined");
    }
}
