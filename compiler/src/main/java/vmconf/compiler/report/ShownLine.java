package vmconf.compiler.report;

import java.util.Arrays;
import java.util.List;
import vmconf.source.SourceFile;

/// The stretch of a source line that a snippet shows, and the columns of its characters.
final class ShownLine {
    /// Most columns of a line that are shown.
    static final int LIMIT = 120;

    /// Most characters of a line that are shown: many may share a column.
    private static final int MOST = 4 * LIMIT;

    private static final String CUT = "...";

    private final int first;
    private final int[] columns;
    private final String text;

    private ShownLine(int first, int[] columns, String text) {
        this.first = first;
        this.columns = columns;
        this.text = text;
    }

    /// The whole line, or what is around the underlined part of a long one.
    ///
    /// @param line from 1
    static ShownLine of(SourceFile file, int line, List<Underline> underlines) {
        int start = file.lineStart(line);
        int end = file.lineEnd(line);
        int first = first(file.text(), start, end, underlines);
        StringBuilder text = new StringBuilder(first > start ? CUT : "");
        int limit = text.length() + LIMIT;
        int column = text.length();
        int[] columns = new int[Math.min(end - first, LIMIT) + 1];
        int at = first;
        while (at < end && column < limit && at - first < MOST) {
            int c = file.text().codePointAt(at);
            int next = at + Character.charCount(c);
            columns = fill(columns, at - first, next - first, column);
            column += Glyphs.append(text, c);
            at = next;
        }
        columns = fill(columns, at - first, at - first + 1, column);
        text.append(at < end ? CUT : "");
        return new ShownLine(first, Arrays.copyOf(columns, at - first + 1), text.toString());
    }

    private static int[] fill(int[] columns, int from, int until, int column) {
        int[] filled =
                until <= columns.length ? columns : Arrays.copyOf(columns, 2 * columns.length + 1);
        Arrays.fill(filled, from, until, column);
        return filled;
    }

    /// Where the stretch starts: with the line, unless what is underlined would then be cut off.
    private static int first(String text, int start, int end, List<Underline> underlines) {
        int from = end;
        int until = start;
        for (Underline each : underlines) {
            from = Math.min(from, each.start());
            until = Math.max(until, each.end());
        }
        if (width(text, from, until) > LIMIT * 3 / 4) {
            Underline main = main(underlines);
            from = main.start();
            until = main.end();
        }
        int marked = Math.min(width(text, from, until), LIMIT / 2);
        int room = LIMIT - marked - Math.min(width(text, until, end), LIMIT / 4);
        int first = from;
        while (first > start && room > 0 && from - first < MOST) {
            int c = text.codePointBefore(first);
            room -= Glyphs.columns(c);
            first -= Character.charCount(c);
        }
        return room >= 0 ? first : first + Character.charCount(text.codePointAt(first));
    }

    private static Underline main(List<Underline> underlines) {
        for (Underline each : underlines) {
            if (each.main()) {
                return each;
            }
        }
        return underlines.getFirst();
    }

    /// The columns of a stretch; of a long one, at least more than are shown.
    private static int width(String text, int from, int until) {
        int width = 0;
        int at = from;
        while (at < until && at - from < MOST && width <= LIMIT) {
            int c = text.codePointAt(at);
            width += Glyphs.columns(c);
            at += Character.charCount(c);
        }
        return at < until ? LIMIT + 1 : width;
    }

    String text() {
        return text;
    }

    /// The column of an offset, from 0; where the line is cut off in front of it or behind it,
    /// that of the cut.
    int column(int offset) {
        return offset < first ? 0 : columns[Math.min(offset - first, columns.length - 1)];
    }
}
