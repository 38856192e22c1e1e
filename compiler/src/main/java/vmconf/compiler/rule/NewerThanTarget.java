package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Lifetime;

/// A directive or a part of one that came with a later release than the target's.
final class NewerThanTarget implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM501",
                            Severity.ERROR,
                            "directive needs a newer release",
                            "vmd of the target's release does not know the word and reports a syntax error.",
                            """
                            # target: openbsd-6.1
                            vm "a" {
                                disk "/var/vm/a.img"
                                cdrom "/var/vm/data.iso"
                            }
                            """,
                            """
                            # target: openbsd-6.3
                            vm "a" {
                                disk "/var/vm/a.img"
                                cdrom "/var/vm/data.iso"
                            }
                            """)
                    .onlyOpenbsd()
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Target target = config.target();
        if (!target.isOlder()) {
            return Stream.empty();
        }
        return Stream.concat(
                Misfit.of(config)
                        .filter(misfit -> misfit.lifetime().isNewerThan(target.release()))
                        .map(
                                misfit ->
                                        INFO.at(
                                                        misfit.head(),
                                                        ReleaseWords.needs(
                                                                misfit.quoted(),
                                                                misfit.lifetime(),
                                                                target))
                                                .withHelp(misfit.lifetime().before())),
                FeatureUse.tooNew(config).map(use -> finding(use, target)));
    }

    private static Diagnostic finding(FeatureUse use, Target target) {
        Lifetime lifetime = use.feature().lifetime();
        return INFO.at(use.span(), ReleaseWords.needs(use.feature().what(), lifetime, target))
                .withHelp(lifetime.before());
    }
}
