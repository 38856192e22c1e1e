package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vmconf.source.SourceFile;

/// Lines of one file with ranges underlined, in the order of the file; lines between them that say
/// nothing are left out.
final class Snippet {
    /// Columns of line numbers, unless they need more.
    private static final int NUMBER = 5;

    /// Most lines of one range that are all shown; of a longer one the first and the last.
    private static final int MOST_LINES = 4;

    private final SourceFile file;
    private final Paint main;
    private final boolean colour;
    private final SortedMap<Integer, List<Underline>> lines = new TreeMap<>();

    private Snippet(SourceFile file, Paint main, boolean colour) {
        this.file = file;
        this.main = main;
        this.colour = colour;
    }

    /// Appends the lines on which marks lie.
    ///
    /// @param marks at least one, all of one file
    /// @param main colour of the main mark
    static void append(StringBuilder out, List<Mark> marks, Paint main, boolean colour) {
        Snippet snippet = new Snippet(marks.getFirst().span().file(), main, colour);
        marks.forEach(snippet::add);
        snippet.append(out);
    }

    private void add(Mark mark) {
        int first = mark.firstLine();
        int last = mark.lastLine();
        for (int line = first; line <= last; line++) {
            boolean shown = last - first < MOST_LINES || line == first || line == last;
            if (shown) {
                lines.computeIfAbsent(line, _ -> new ArrayList<>())
                        .add(part(mark, line, first, last));
            } else {
                line = last - 1;
            }
        }
    }

    private Underline part(Mark mark, int line, int first, int last) {
        int lineEnd = file.lineEnd(line);
        int start = line == first ? mark.span().start() : indented(file.lineStart(line), lineEnd);
        int end = line == last ? Math.min(mark.span().end(), lineEnd) : lineEnd;
        String label = line == last ? mark.label() : "";
        return new Underline(start, Math.max(start, end), label, mark.main());
    }

    private int indented(int start, int end) {
        int at = start;
        while (at < end && (file.text().charAt(at) == ' ' || file.text().charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private void append(StringBuilder out) {
        int width = Math.max(NUMBER, Integer.toString(lines.lastKey()).length());
        int before = lines.firstKey() - 1;
        for (var each : lines.entrySet()) {
            int line = each.getKey();
            if (line - before == 2) {
                line(out, width, line - 1, List.of());
            } else if (line - before > 2) {
                out.repeat(' ', width - 3);
                Paint.FAINT.append(out, "...", colour);
                out.append('\n');
            }
            line(out, width, line, each.getValue());
            before = line;
        }
    }

    private void line(StringBuilder out, int width, int line, List<Underline> underlines) {
        ShownLine shown = ShownLine.of(file, line, underlines);
        String number = Integer.toString(line);
        gutter(out, " ".repeat(width - number.length()) + number);
        out.append(shown.text().isEmpty() ? "" : " ").append(shown.text()).append('\n');
        if (underlines.isEmpty()) {
            return;
        }
        for (String row : Underlines.rows(shown, underlines, main, colour)) {
            gutter(out, " ".repeat(width));
            out.append(' ').append(row).append('\n');
        }
    }

    private void gutter(StringBuilder out, String number) {
        Paint.FAINT.append(out, number + " |", colour);
    }
}
