package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;

/// Picks places of one kind out of those that do not read as they look.
final class Traps {
    private Traps() {}

    static Stream<Diagnostic> findings(
            Config config, TextTrap.Kind kind, Function<TextTrap, Diagnostic> finding) {
        if (config.traps().isEmpty()) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        for (TextTrap trap : config.traps()) {
            if (trap.kind() == kind) {
                findings.add(finding.apply(trap));
            }
        }
        return findings.stream();
    }
}
