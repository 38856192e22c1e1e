package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;

/// A backslash in quotes that vmd does not take for an escape.
final class KeptBackslash implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM014",
                    Severity.NOTE,
                    "backslash stays in the string",
                    "In quotes a backslash is special before a quote, a blank and the end of a line alone; \"\\n\" is two characters.",
                    "vm \"a\" {\n    disk \"/var/vm\\a.img\"\n}\n",
                    "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Traps.findings(
                config,
                TextTrap.Kind.KEPT_BACKSLASH,
                trap -> INFO.at(trap.span(), "the backslash is part of the string"));
    }
}
