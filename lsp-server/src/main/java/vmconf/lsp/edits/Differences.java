package vmconf.lsp.edits;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import vmconf.lsp.document.Text;

/// The smallest edits by lines that make one text of another, each without what it does not change.
final class Differences {
    private Differences() {}

    static List<TextEdit> of(Text before, String after) {
        String old = before.content();
        List<String> lines = lines(old);
        List<TextEdit> edits = new ArrayList<>();
        int[] starts = starts(lines);
        for (AbstractDelta<String> delta : DiffUtils.diff(lines, lines(after)).getDeltas()) {
            int start = starts[delta.getSource().getPosition()];
            int end = starts[delta.getSource().getPosition() + delta.getSource().size()];
            edits.add(trimmed(before, start, end, String.join("", delta.getTarget().getLines())));
        }
        return edits;
    }

    private static TextEdit trimmed(Text before, int start, int end, String text) {
        String old = before.content().substring(start, end);
        int shorter = Math.min(old.length(), text.length());
        int same = 0;
        while (same < shorter && old.charAt(same) == text.charAt(same)) {
            same++;
        }
        int rest = 0;
        while (rest < shorter - same
                && old.charAt(old.length() - 1 - rest) == text.charAt(text.length() - 1 - rest)) {
            rest++;
        }
        return new TextEdit(
                before.range(start + same, end - rest), text.substring(same, text.length() - rest));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static int[] starts(List<String> lines) {
        int[] starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).length();
        }
        return starts;
    }
}
