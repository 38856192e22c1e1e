package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;

/// A directive that went away before the target's release.
final class RemovedBeforeTarget implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM502",
                            Severity.ERROR,
                            "directive was removed",
                            "vmd of the target's release does not know the directive any more and reports a syntax error.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        kernel "/bsd.rd"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        boot "/bsd.rd"
                    }
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (Misfit.isRuledOut(config)) {
            return Stream.empty();
        }
        return Misfit.of(config)
                .filter(misfit -> misfit.lifetime().isOlderThan(config.target().release()))
                .map(
                        misfit ->
                                INFO.at(
                                                misfit.head(),
                                                ReleaseWords.removed(
                                                        misfit.quoted(), misfit.lifetime()))
                                        .withHelp(misfit.lifetime().instead()));
    }
}
