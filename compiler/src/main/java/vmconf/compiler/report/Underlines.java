package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What stands beneath a line of a snippet: its underlined parts, with a label beside the last one
/// and those of the others below.
final class Underlines {
    private static final byte OTHER = 1;
    private static final byte MAIN = 2;

    private final ShownLine line;
    private final List<Underline> underlines;
    private final Paint main;
    private final boolean colour;
    private final List<String> rows = new ArrayList<>();

    private Underlines(ShownLine line, List<Underline> underlines, Paint main, boolean colour) {
        this.line = line;
        this.underlines =
                underlines.stream().sorted(Comparator.comparingInt(Underline::start)).toList();
        this.main = main;
        this.colour = colour;
    }

    /// The rows beneath a line, from its first column on.
    static List<String> rows(
            ShownLine line, List<Underline> underlines, Paint main, boolean colour) {
        Underlines beneath = new Underlines(line, underlines, main, colour);
        beneath.draw();
        return beneath.rows;
    }

    private void draw() {
        Optional<Underline> beside = beside();
        StringBuilder row = new StringBuilder();
        strokes(row);
        beside.ifPresent(each -> paint(each).append(row.append(' '), each.label(), colour));
        rows.add(row.toString());
        List<Underline> below = new ArrayList<>();
        for (Underline each : underlines) {
            if (!each.label().isEmpty() && !beside.equals(Optional.of(each))) {
                below.add(each);
            }
        }
        if (!below.isEmpty()) {
            rows.add(bars(below, line.column(below.getLast().start()) + 1).toString());
        }
        while (!below.isEmpty()) {
            Underline each = below.removeLast();
            int column = line.column(each.start());
            StringBuilder label = bars(below, column);
            paint(each).append(label, each.label(), colour);
            rows.add(label.toString());
        }
    }

    /// The one whose label has room beside it.
    private Optional<Underline> beside() {
        Underline last = underlines.getLast();
        boolean room = underlines.stream().allMatch(each -> end(each) <= end(last));
        return room && !last.label().isEmpty() ? Optional.of(last) : Optional.empty();
    }

    private void strokes(StringBuilder row) {
        int width = underlines.stream().mapToInt(this::end).max().orElse(0);
        byte[] kinds = new byte[width];
        for (Underline each : underlines) {
            int from = line.column(each.start());
            for (int i = from; i < end(each); i++) {
                kinds[i] = each.main() ? MAIN : kinds[i] == MAIN ? MAIN : OTHER;
            }
        }
        int at = 0;
        while (at < width) {
            int next = at;
            while (next < width && kinds[next] == kinds[at]) {
                next++;
            }
            switch (kinds[at]) {
                case MAIN -> main.append(row, "^".repeat(next - at), colour);
                case OTHER -> Paint.OTHER.append(row, "-".repeat(next - at), colour);
                default -> row.repeat(' ', next - at);
            }
            at = next;
        }
    }

    /// Bars that lead down from underlined parts, and blanks up to a column.
    private StringBuilder bars(List<Underline> below, int until) {
        char[] kinds = new char[until];
        Arrays.fill(kinds, ' ');
        Paint[] paints = new Paint[until];
        for (Underline each : below) {
            int column = line.column(each.start());
            if (column < until) {
                kinds[column] = '|';
                paints[column] = paint(each);
            }
        }
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < until; i++) {
            if (kinds[i] == '|') {
                paints[i].append(row, "|", colour);
            } else {
                row.append(' ');
            }
        }
        return row;
    }

    private int end(Underline each) {
        return Math.max(line.column(each.start()) + 1, line.column(each.end()));
    }

    private Paint paint(Underline each) {
        return each.main() ? main : Paint.OTHER;
    }
}
