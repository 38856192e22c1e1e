package vmconf.compiler.report;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.RuleInfo;

/// What a SARIF run says of the program and its rules.
final class SarifTool {
    /// Of an example with more lines, the first ones are shown.
    private static final int MOST_LINES = 12;

    private SarifTool() {}

    static void write(JsonDocument json, List<RuleInfo> rules, Optional<String> version) {
        json.startObject("tool");
        json.startObject("driver");
        json.text("name", "vmconf");
        json.text("fullName", "vmconf check");
        version.ifPresent(number -> json.text("version", number));
        json.startArray("rules");
        rules.forEach(rule -> rule(json, rule));
        json.endArray();
        json.startArray("notifications");
        json.startObject();
        json.text("id", Unreadable.CODE);
        json.message("shortDescription", "a file could not be read");
        json.endObject();
        json.endArray();
        json.endObject();
        json.endObject();
    }

    private static void rule(JsonDocument json, RuleInfo rule) {
        json.startObject();
        json.text("id", rule.code());
        json.message("shortDescription", rule.title());
        json.message("fullDescription", rule.reason());
        json.startObject("help");
        json.text("text", text(rule));
        json.text("markdown", markdown(rule));
        json.endObject();
        json.startObject("defaultConfiguration");
        json.text("level", rule.severity().word());
        json.endObject();
        json.endObject();
    }

    private static String text(RuleInfo rule) {
        return rule.reason()
                + "\n\nExample:\n\n"
                + shortened(rule.example()).indent(4)
                + "\nBetter:\n\n"
                + shortened(rule.fixed()).indent(4);
    }

    private static String markdown(RuleInfo rule) {
        return rule.reason()
                + "\n\nExample:\n\n```\n"
                + shortened(rule.example())
                + "```\n\nBetter:\n\n```\n"
                + shortened(rule.fixed())
                + "```\n";
    }

    private static String shortened(String example) {
        int end = 0;
        for (int line = 0; line < MOST_LINES && end < example.length(); line++) {
            int next = example.indexOf('\n', end);
            end = next < 0 ? example.length() : next + 1;
        }
        return end == example.length() ? example : example.substring(0, end) + "...\n";
    }
}
