package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.source.Span;

/// A file that includes itself, directly or through others.
final class IncludeCycle implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM104",
                    Severity.ERROR,
                    "file includes itself",
                    "vmd follows the circle until it has no file descriptors left, and reads everything once per round.",
                    """
                    include "example.conf"
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.includes().stream().flatMap(IncludeCycle::finding);
    }

    private static Stream<Diagnostic> finding(FollowedInclude include) {
        if (!(include.outcome() instanceof Outcome.Cycle(var first))) {
            return Stream.of();
        }
        Span span = include.directive().path().span();
        Diagnostic finding =
                INFO.at(
                        span,
                        "\"%s\" includes itself".formatted(include.directive().path().text()));
        return Stream.of(
                first.equals(include.directive().span())
                        ? finding
                        : finding.with(first, "it was included here first"));
    }
}
