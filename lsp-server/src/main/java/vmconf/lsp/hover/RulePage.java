package vmconf.lsp.hover;

import vmconf.compiler.diagnostic.RuleInfo;

/// What there is to tell about a rule, as Markdown.
public final class RulePage {
    private RulePage() {}

    static String inShort(RuleInfo rule) {
        return "**" + rule.code() + ": " + rule.title() + "**\n\n" + rule.reason();
    }

    /// The whole page.
    public static String of(RuleInfo rule) {
        return "# "
                + rule.code()
                + ": "
                + rule.title()
                + "\n\n"
                + rule.reason()
                + "\n\nSeverity: "
                + rule.severity().word()
                + (rule.adjustable() ? ", a project may set another" : "")
                + ".\n\nWrong:\n\n"
                + code(rule.example())
                + "\nRight:\n\n"
                + code(rule.fixed());
    }

    private static String code(String text) {
        return "```vmconf\n" + text + "```\n";
    }
}
