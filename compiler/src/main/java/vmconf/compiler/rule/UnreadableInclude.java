package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.source.Span;

/// An include of a file that is missing or cannot be read.
final class UnreadableInclude implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM103",
                    Severity.ERROR,
                    "included file cannot be read",
                    "vmd opens the path relative to the directory it runs in, not to the including file.",
                    """
                    include "missing.conf"
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
        return config.includes().stream().flatMap(UnreadableInclude::finding);
    }

    private static Stream<Diagnostic> finding(FollowedInclude include) {
        String path = include.directive().path().text();
        Span span = include.directive().path().span();
        return switch (include.outcome()) {
            case Outcome.Unreadable(var reason) ->
                    Stream.of(
                            INFO.at(span, "cannot include \"%s\": %s".formatted(path, reason))
                                    .withHelp(
                                            "paths are relative to the working directory, not to this file"));
            case Outcome.Limit(var reason) ->
                    Stream.of(INFO.at(span, "cannot include \"%s\": %s".formatted(path, reason)));
            case Outcome.Read _, Outcome.Cycle _ -> Stream.of();
        };
    }
}
