package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A path or the name of a switch with a blank in front or behind.
final class BlankAtEdge implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM320",
                    Severity.WARNING,
                    "blank at the edge of a path or name",
                    "The blank belongs to it, so that nothing else is found that is named without.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img "
                    }
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
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Include each : config.all(Directive.Include.class).toList()) {
            check("path", each.path(), findings);
        }
        for (Word path : Paths.ofImages(config)) {
            check("path", path, findings);
        }
        for (Directive.Switch each : config.switches().toList()) {
            check("switch name", each.name(), findings);
        }
        for (Directive.InterfaceSwitch each :
                config.ofLinks(Directive.InterfaceSwitch.class).toList()) {
            check("switch name", each.name(), findings);
        }
        return findings.stream();
    }

    private static void check(String what, Word word, List<Diagnostic> findings) {
        String text = word.text();
        if (text.isEmpty()
                || !(isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)))) {
            return;
        }
        String where = isBlank(text.charAt(0)) ? "starts" : "ends";
        findings.add(
                INFO.at(word.span(), "%s \"%s\" %s with a blank".formatted(what, text, where))
                        .withFix(withoutBlanks(word)));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /// Where the quotes hold nothing but the text.
    private static Optional<Fix> withoutBlanks(Word word) {
        String quoted = '"' + word.text() + '"';
        return word.span().text().equals(quoted)
                ? Fix.replace(
                        "remove the blank", false, word.span(), '"' + word.text().strip() + '"')
                : Optional.empty();
    }
}
