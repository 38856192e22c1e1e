package vmconf.compiler.rule;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// A global setting that a later one replaces.
final class DeadSetting implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM252",
                    Severity.WARNING,
                    "setting is replaced further down",
                    "The last one of the file and all it includes counts, also for machines above it.",
                    """
                    local prefix 10.0.0.0/16
                    local prefix 10.1.0.0/16
                    """,
                    """
                    local prefix 10.1.0.0/16
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Stream.of(
                        findings("local prefix", config.all(Directive.LocalPrefix.class).toList()),
                        findings(
                                "local inet6 prefix",
                                config.all(Directive.LocalInet6.class)
                                        .filter(each -> each.prefix().isPresent())
                                        .toList()),
                        findings("socket owner", config.all(Directive.SocketOwner.class).toList()),
                        findings(
                                "staggered start",
                                config.all(Directive.StaggeredStart.class).toList()))
                .flatMap(all -> all);
    }

    private static Stream<Diagnostic> findings(String name, List<? extends Directive> settings) {
        if (settings.size() < 2) {
            return Stream.empty();
        }
        Directive winner = settings.getLast();
        return settings.stream()
                .limit(settings.size() - 1L)
                .map(dead -> finding(name, dead, winner));
    }

    private static Diagnostic finding(String name, Directive dead, Directive winner) {
        boolean same = dead.span().text().equals(winner.span().text());
        return INFO.at(
                        dead.span(),
                        same
                                ? "\"%s\" is repeated".formatted(name)
                                : "\"%s\" is set again further down".formatted(name))
                .with(winner.span(), "this one counts")
                .withFix(Fix.removeLines("remove the line without effect", same, dead.span()));
    }
}
