package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MemorySize;

/// A memory size that cannot be read or that no VM can have.
final class InvalidMemorySize implements Rule {
    private static final String UNITS = "KMGTkmgt";
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM301",
                    Severity.ERROR,
                    "memory size is invalid",
                    "A size is a number of bytes, or a number with one unit letter; 1M to 128G.",
                    """
                    vm "a" {
                        memory 512MB
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 512M
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        Set<String> valid = new HashSet<>();
        for (Directive.Memory memory : config.ofVms(Directive.Memory.class).toList()) {
            Word size = memory.size();
            // Many machines, few sizes.
            if (!size.isInteger() && valid.contains(size.text())) {
                continue;
            }
            Optional<String> reason = reason(size);
            if (reason.isPresent() && !unitFollows(size)) {
                findings.add(finding(size, reason.get()));
            } else if (reason.isEmpty() && !size.isInteger()) {
                valid.add(size.text());
            }
        }
        return findings.stream();
    }

    private static Optional<String> reason(Word size) {
        return size.known()
                ? MemorySize.of(size.text(), size.isInteger()).refusal()
                : Optional.empty();
    }

    /// Behind a blank; that is reported as text that does not belong there.
    private static boolean unitFollows(Word size) {
        String text = size.span().file().text();
        int at = size.span().end();
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return size.isInteger()
                && at > size.span().end()
                && at < text.length()
                && UNITS.indexOf(text.charAt(at)) >= 0;
    }

    private static Diagnostic finding(Word size, String reason) {
        Diagnostic finding =
                INFO.at(
                        size.span(),
                        "invalid memory size \"%s\": %s".formatted(size.text(), reason));
        Optional<MeantSize> meant = MeantSize.of(size.text());
        return meant.isEmpty()
                ? finding.withHelp("write a size from 1M to 128G, such as 512M or 2G")
                : finding.withHelp("did you mean %s?".formatted(meant.get().text()))
                        .withFix(
                                Fix.replace(
                                        "write " + meant.get().text(),
                                        meant.get().certain(),
                                        size.span(),
                                        meant.get().text()));
    }
}
