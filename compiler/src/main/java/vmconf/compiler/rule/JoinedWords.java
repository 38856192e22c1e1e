package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;

/// A backslash at the end of a line that makes one word of two.
final class JoinedWords implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM013",
                    Severity.WARNING,
                    "backslash joins two words",
                    "Neither the backslash nor the new line leaves a blank behind.",
                    """
                    vm "a" {
                        disk /var/vm/a.img\\
                    format raw
                    }
                    """,
                    """
                    vm "a" {
                        disk /var/vm/a.img \\
                    format raw
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Traps.findings(config, TextTrap.Kind.JOINED_WORDS, JoinedWords::finding);
    }

    private static Diagnostic finding(TextTrap trap) {
        return INFO.at(trap.span(), "the backslash joins the words before and behind it")
                .withHelp("write a blank in front of the backslash to keep them apart")
                .withFix(
                        Fix.replace(
                                "write a blank in front of the backslash",
                                false,
                                trap.span(),
                                " \\\n"));
    }
}
