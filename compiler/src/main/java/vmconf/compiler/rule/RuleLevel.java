package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.syntax.Suggestion;

/// How bad a project takes a rule's findings, by the word it writes.
///
/// @param severity nothing when the rule is off
public record RuleLevel(String word, Optional<Severity> severity) {
    private static final RuleLevel OFF = new RuleLevel("off", Optional.empty());

    /// The level of that word.
    public static Optional<RuleLevel> named(String word) {
        return all().filter(level -> level.word().equals(word)).findFirst();
    }

    /// The words, for messages.
    public static String allWords() {
        return all().map(RuleLevel::word).collect(Collectors.joining(", "));
    }

    private static Stream<RuleLevel> all() {
        return Stream.concat(
                Stream.of(Severity.values())
                        .map(severity -> new RuleLevel(severity.word(), Optional.of(severity))),
                Stream.of(OFF));
    }

    /// Why no level can be set for a code; nothing when it can.
    public static Optional<String> refuse(String code) {
        var rule = Rules.explain(code);
        if (rule.isEmpty()) {
            return Optional.of(
                    "unknown rule \"%s\"%s"
                            .formatted(
                                    code,
                                    Suggestion.nearest(
                                                    code,
                                                    Rules.infos().stream().map(info -> info.code()))
                                            .map(", did you mean \"%s\"?"::formatted)
                                            .orElse("")));
        }
        return rule.get().adjustable()
                ? Optional.empty()
                : Optional.of(
                        "rule %s is always an error: no plan can be made of a file that breaks it"
                                .formatted(code));
    }
}
