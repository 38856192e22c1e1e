package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.format.Lines.Line;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The edits that lay a file out, in the order of the text; none reaches from one line into the
/// next one unless it takes blank lines away or starts a line.
final class Layout {
    private final Pieces pieces;
    private final Spacing spacing;
    private final Breaks breaks;
    private final SourceFile file;
    private final List<Fix.Edit> edits = new ArrayList<>();

    private Layout(Pieces pieces, Spacing spacing, Breaks breaks) {
        this.pieces = pieces;
        this.spacing = spacing;
        this.breaks = breaks;
        this.file = pieces.file();
    }

    static List<Fix.Edit> edits(Pieces pieces, Spacing spacing, Breaks breaks, Depth depth) {
        List<Line> lines = Lines.of(pieces, breaks, depth);
        Layout layout = new Layout(pieces, spacing, breaks);
        layout.lay(lines, new Columns(pieces, spacing, lines));
        return layout.edits;
    }

    private void lay(List<Line> lines, Columns columns) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            start(line, columns.indentation(i));
            Quotes.edit(pieces, line.first(), edits);
            for (int k = line.first() + 1; k <= line.last(); k++) {
                replaceGap(k, " ".repeat(columns.blanks(k)));
                Quotes.edit(pieces, k, edits);
            }
        }
        end();
    }

    private void start(Line line, String indentation) {
        int first = line.first();
        if (breaks.isAdded(first)) {
            replaceGap(first, "\n" + indentation);
        } else if (!breaks.startsLine(first)) {
            replaceGap(first, " \\\n" + indentation);
        } else if (!spacing.keeps(first)) {
            startAsWritten(line, indentation);
        }
    }

    /// What ends the line above, blank lines, and the indentation are edits of their own.
    private void startAsWritten(Line line, String indentation) {
        int from = pieces.gapStart(line.first());
        int until = pieces.gapEnd(line.first());
        int indent = Math.max(from, file.text().lastIndexOf('\n', until - 1) + 1);
        if (line.first() == 0) {
            replace(from, indent, "");
        } else {
            int above = file.text().indexOf('\n', from);
            replace(from, above, "");
            replace(above + 1, indent, line.apart() ? "\n" : "");
        }
        replace(indent, until, indentation);
    }

    private void replaceGap(int index, String text) {
        if (!spacing.keeps(index)) {
            replace(pieces.gapStart(index), pieces.gapEnd(index), text);
        }
    }

    /// The text ends with its last line.
    private void end() {
        int from = pieces.gapStart(pieces.size());
        int until = pieces.gapEnd(pieces.size());
        String rest = file.text().substring(from, until);
        boolean joins =
                rest.indexOf('\\') >= 0 || (from > 0 && file.text().charAt(from - 1) == '\\');
        if (pieces.size() == 0) {
            replace(from, until, joins ? rest : "");
        } else if (!joins) {
            int newline = rest.indexOf('\n');
            replace(from, newline < 0 ? until : from + newline, newline < 0 ? "\n" : "");
            replace(newline < 0 ? until : from + newline + 1, until, "");
        }
    }

    private void replace(int from, int until, String text) {
        boolean same = until - from == text.length() && file.text().startsWith(text, from);
        if (!same) {
            edits.add(new Fix.Edit(Span.of(file, from, until), text));
        }
    }
}
