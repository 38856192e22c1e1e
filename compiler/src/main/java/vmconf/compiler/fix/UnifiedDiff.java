package vmconf.compiler.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import vmconf.source.SourceFile;

/// The difference of two texts as `diff -u` shows it, for people and for `patch`.
public final class UnifiedDiff {
    /// Unchanged lines shown around a change.
    private static final int CONTEXT = 3;

    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /// The difference, ending in a new line; empty when there is none.
    ///
    /// @param colour use ANSI colours
    public static String of(SourceFile before, SourceFile after, boolean colour) {
        List<String> old = lines(before.text());
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(
                        before.name(),
                        after.name(),
                        old,
                        DiffUtils.diff(old, lines(after.text())),
                        CONTEXT);
        StringBuilder diff = new StringBuilder();
        for (String line : lines) {
            diff.append(colour ? painted(line) : line).append('\n');
        }
        return diff.toString();
    }

    /// Both names start lines of their own; so do hunks, and lines that go and come.
    private static String painted(String line) {
        String code =
                line.startsWith("---") || line.startsWith("+++")
                        ? "1"
                        : switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                            case '-' -> "31";
                            case '+' -> "32";
                            case '@' -> "36";
                            default -> "";
                        };
        return code.isEmpty() ? line : "\u001b[" + code + "m" + line + "\u001b[0m";
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.removeLast();
        if (!last.isEmpty()) {
            lines.add(last + NO_NEWLINE);
        }
        return lines;
    }
}
