package vmconf.compiler.rule;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.diagnostic.Visible;
import vmconf.testdata.Golden;

/// `docs/rules.md` says of every rule what `vmconf explain` says.
class RulesPageTest {
    /// Examples with more lines are described by their first ones.
    private static final int MAX_LINES = 12;

    @Test
    void docsNameEveryRule() {
        StringBuilder page =
                new StringBuilder(
                        "# Rules\n\n`vmconf explain CODE` tells the same. Each example breaks its rule and no other; what stands behind it breaks none.\n");
        for (RuleInfo rule : Rules.infos()) {
            page.append(section(rule));
        }
        Golden.check("docs/rules.md", page.toString());
    }

    private static String section(RuleInfo info) {
        return "\n## %s: %s\n\n%s. %s\n\n```\n%s```\n\nBetter:\n\n```\n%s```\n"
                .formatted(
                        info.code(),
                        info.title(),
                        severity(info),
                        info.reason(),
                        shortened(Visible.of(info.example())),
                        shortened(Visible.of(info.fixed())));
    }

    private static String severity(RuleInfo info) {
        String word = info.severity().word();
        String first = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        if (info.onNative().isEmpty()) {
            return first + "; not for the target `native`";
        }
        Severity other = info.onNative().get();
        return other == info.severity()
                ? first
                : first + "; " + other.word() + " for the target `native`";
    }

    private static String shortened(String example) {
        String text = String.join("\n", example.lines().limit(MAX_LINES).toList());
        return text + "\n" + (example.lines().count() > MAX_LINES ? "...\n" : "");
    }
}
