package vmconf.compiler.rule;

import java.util.Optional;
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
        return config.ofVms(Directive.Memory.class)
                .map(Directive.Memory::size)
                .filter(Word::known)
                .flatMap(InvalidMemorySize::finding);
    }

    private static Stream<Diagnostic> finding(Word size) {
        return MemorySize.of(size.text(), size.isInteger()).refusal().stream()
                .filter(reason -> !unitFollows(size))
                .map(reason -> finding(size, reason));
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
