package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Word;

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
        return config.includes().stream()
                .filter(include -> !(include.outcome() instanceof Outcome.Read))
                .flatMap(UnreadableInclude::finding);
    }

    private static Stream<Diagnostic> finding(FollowedInclude include) {
        Word path = include.directive().path();
        return switch (include.outcome()) {
            case Outcome.Unreadable(var reason, var beside) ->
                    Stream.of(
                            beside.map(other -> misplaced(path, reason, other))
                                    .orElseGet(() -> unreadable(path, reason)));
            case Outcome.Limit(var reason) -> Stream.of(finding(path, reason));
            case Outcome.Read _, Outcome.Cycle _ -> Stream.of();
        };
    }

    private static Diagnostic unreadable(Word path, String reason) {
        return finding(path, reason)
                .withHelp("paths are relative to the working directory, not to this file");
    }

    private static Diagnostic misplaced(Word path, String reason, String other) {
        return finding(path, reason)
                .withHelp(
                        "\"%s\" is there; paths are relative to the working directory, not to this file"
                                .formatted(other))
                .withFix(
                        Spelling.like(path, other)
                                .flatMap(
                                        text ->
                                                Fix.replace(
                                                        "include \"%s\"".formatted(other),
                                                        false,
                                                        path.span(),
                                                        text)));
    }

    private static Diagnostic finding(Word path, String reason) {
        return INFO.at(path.span(), "cannot include \"%s\": %s".formatted(path.text(), reason));
    }
}
