package vmconf.lsp.document;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/// A text and its lines as the protocol counts them: from 0, ended by a line feed, a carriage
/// return or both. Safe for use by several threads.
public final class Text {
    private final String content;
    private final PositionEncoding encoding;
    private final int[] starts;

    public Text(String content, PositionEncoding encoding) {
        this.content = content;
        this.encoding = encoding;
        this.starts = starts(content);
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String content() {
        return content;
    }

    /// The offset of a position; one beyond the end of its line is its end, one beyond the last
    /// line the end of the text, one before the first line its start.
    public int offset(Position position) {
        if (position.getLine() >= starts.length) {
            return content.length();
        }
        if (position.getLine() < 0) {
            return 0;
        }
        int start = starts[position.getLine()];
        return encoding.offset(
                content, start, lineEnd(position.getLine()), position.getCharacter());
    }

    /// The position of an offset.
    public Position position(int offset) {
        int at = Math.clamp(offset, 0, content.length());
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, encoding.units(content, starts[line], at));
    }

    public Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    /// The offset of the end of the line that an offset is in, before what ends it.
    public int endOfLine(int offset) {
        return lineEnd(position(offset).getLine());
    }

    private int lineEnd(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : content.length();
        while (end > starts[line] && isLineEnd(content.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /// The same with a stretch replaced.
    Text replace(Range range, String replacement) {
        int start = offset(range.getStart());
        int end = Math.max(start, offset(range.getEnd()));
        String changed =
                content.substring(0, start).concat(replacement).concat(content.substring(end));
        return new Text(changed, encoding);
    }

    /// Another text in the same encoding.
    Text with(String other) {
        return new Text(other, encoding);
    }
}
