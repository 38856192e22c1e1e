package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
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
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Disk disk : config.ofVms(Directive.Disk.class).toList()) {
            if (disk.format().isPresent()) {
                Word format = disk.format().get();
                check(
                        "disk format",
                        format,
                        format.text().toLowerCase(Locale.ROOT),
                        FORMATS,
                        findings);
            }
        }
        for (Directive.Firmware each : config.ofVms(Directive.Firmware.class).toList()) {
            check("firmware", each.name(), each.name().text(), FIRMWARE, findings);
        }
        return findings.stream();
    }

    private static void check(
            String what, Word word, String text, Set<String> allowed, List<Diagnostic> findings) {
        if (!word.known() || allowed.contains(text)) {
            return;
        }
        Optional<String> near = Suggestion.nearest(text, allowed.stream());
        findings.add(
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
