package vmconf.compiler.why;

import java.util.List;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;

/// Where values come from, as text for people.
public final class WhyText {
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    private WhyText() {}

    /// @param plan one that says where its values came from
    /// @param colour use ANSI colours
    public static String of(Plan plan, Question.Answer.Found found, boolean colour) {
        StringBuilder text = new StringBuilder();
        for (PlanValue value : found.values()) {
            String head = head(found.block(), value);
            text.append(colour ? BOLD + head + RESET : head).append('\n');
            List<String> chain = plan.source(value.pointer()).map(Chain::lines).orElse(List.of());
            chain.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static String head(PlanBlock block, PlanValue value) {
        String key = value.key().replace('/', '.');
        String subject =
                block.kind() == PlanBlock.Kind.SETTINGS
                        ? key
                        : block.kind().word() + " \"" + block.name() + "\" " + key;
        return subject + ": " + value.shown();
    }
}
