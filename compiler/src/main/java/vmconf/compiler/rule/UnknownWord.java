package vmconf.compiler.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Suggestion;
import vmconf.compiler.syntax.Word;

/// A word where only certain words are allowed.
final class UnknownWord implements Rule {
    private static final Set<String> FORMATS = new TreeSet<>(Set.of("qcow2", "raw"));
    private static final Set<String> FIRMWARE = new TreeSet<>(Set.of("bios", "uefi"));
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM307",
                    Severity.ERROR,
                    "word is none of those allowed",
                    "The argument is one of a few words.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img" format vmdk
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img" format raw
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Stream.concat(
                config.ofVms(Directive.Disk.class)
                        .flatMap(disk -> disk.format().stream())
                        .flatMap(word -> finding("disk format", word, FORMATS, true)),
                config.ofVms(Directive.Firmware.class)
                        .map(Directive.Firmware::name)
                        .flatMap(word -> finding("firmware", word, FIRMWARE, false)));
    }

    private static Stream<Diagnostic> finding(
            String what, Word word, Set<String> allowed, boolean anyCase) {
        String text = anyCase ? word.text().toLowerCase(Locale.ROOT) : word.text();
        if (!word.known() || allowed.contains(text)) {
            return Stream.of();
        }
        Optional<String> near = Suggestion.nearest(text, allowed.stream());
        return Stream.of(
                INFO.at(word.span(), "unknown %s \"%s\"".formatted(what, word.text()))
                        .withHelp(
                                near.map("did you mean \"%s\"?"::formatted)
                                        .orElse("allowed are " + String.join(" and ", allowed)))
                        .withFix(near.flatMap(meant -> replaced(word, text, meant))));
    }

    private static Optional<Fix> replaced(Word word, String text, String meant) {
        return Fix.replace("write " + meant, Suggestion.isClose(text, meant), word.span(), meant);
    }
}
