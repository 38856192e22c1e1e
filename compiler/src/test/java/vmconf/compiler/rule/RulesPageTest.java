package vmconf.compiler.rule;

import org.junit.jupiter.api.Test;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.testdata.Golden;

/// `docs/rules.md` says of every rule what `vmconf explain` says.
class RulesPageTest {
    /// Examples with more lines are described by their first ones.
    private static final int MAX_LINES = 12;

    @Test
    void docsNameEveryRule() {
        StringBuilder page =
                new StringBuilder(
                        "# Rules\n\n`vmconf explain CODE` tells the same. Each example breaks its rule and no other.\n");
        for (Rule rule : Rules.ALL) {
            page.append(section(rule.info()));
        }
        Golden.check("docs/rules.md", page.toString());
    }

    private static String section(RuleInfo info) {
        String example = String.join("\n", info.example().lines().limit(MAX_LINES).toList());
        boolean cut = info.example().lines().count() > MAX_LINES;
        return "\n## %s: %s\n\n%s. %s\n\n```\n%s\n%s```\n"
                .formatted(
                        info.code(),
                        info.title(),
                        info.severity().word().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + info.severity().word().substring(1),
                        info.reason(),
                        example,
                        cut ? "...\n" : "");
    }
}
