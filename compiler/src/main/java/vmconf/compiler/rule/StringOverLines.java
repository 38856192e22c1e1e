package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;

/// A string that goes on in the next line.
final class StringOverLines implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM321",
                    Severity.WARNING,
                    "string goes over several lines",
                    "vmd drops the new line and takes what is on both lines for one string; mostly a closing quote is missing.",
                    "vm \"a\" {\n    disk \"/var/vm/\na.img\"\n}\n",
                    "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Traps.findings(
                config,
                TextTrap.Kind.STRING_OVER_LINES,
                trap ->
                        INFO.at(trap.span(), "this string goes on in the next line")
                                .withHelp("close the quotes on the line where they open"));
    }
}
