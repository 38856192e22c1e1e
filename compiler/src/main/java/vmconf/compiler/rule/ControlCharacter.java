package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;

/// A control character where it is not seen.
final class ControlCharacter implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM010",
                    Severity.WARNING,
                    "control character",
                    "vmd drops the bytes 0x01 and 0x02 wherever they stand, and reads macros differently behind them; others stay in a string unseen.",
                    "vm \"a\" {\n    disk \"/var/vm/a\u0007.img\"\n}\n",
                    "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Stream.concat(
                Traps.findings(config, TextTrap.Kind.MARKER, trap -> finding(trap, "is dropped")),
                Traps.findings(
                        config,
                        TextTrap.Kind.CONTROL_CHARACTER,
                        trap -> finding(trap, "is part of the string")));
    }

    private static Diagnostic finding(TextTrap trap, String effect) {
        int c = trap.span().file().text().charAt(trap.span().start());
        return INFO.at(trap.span(), "the byte 0x%02x %s".formatted(c, effect))
                .withFix(Fix.replace("remove it", false, trap.span(), ""));
    }
}
