package vmconf.compiler.summary;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Visible;

/// Rows in columns: the first ones hold words and start at the left, the rest hold numbers and end
/// at the right.
final class TextTable {
    private static final String GAP = "  ";

    private final int words;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param words how many columns hold words
    TextTable(int words) {
        this.words = words;
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(TextTable::shown).toList());
    }

    /// On one line, every character of it seen.
    private static String shown(String cell) {
        return Visible.of(cell).replace('\n', '␊').replace('\t', '␉');
    }

    /// The rows, each indented and with a line feed.
    String text() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - width(row.get(i)));
                line.append(GAP).append(i < words ? row.get(i) + blanks : blanks + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
