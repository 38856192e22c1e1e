package vmconf.compiler.format;

import java.util.List;
import vmconf.compiler.format.Lines.Line;
import vmconf.compiler.format.Piece.Kind;
import vmconf.grammar.VmConf;

/// How many blanks stand in front of each piece, so that what belongs together stands in columns:
/// the `=` of macros, and comments behind the text of lines.
final class Columns {
    /// How much wider than the narrowest text a text may be, to have other comments make room.
    static final int TEXT_SPREAD = 32;

    /// How much longer than the shortest name a name may be, to have other macros make room.
    static final int NAME_SPREAD = 16;

    private final Pieces pieces;
    private final Spacing spacing;
    private final List<Line> lines;
    private final int[] blanks;

    /// For a line that is a comment below a comment: the blanks in front of it.
    private final int[] below;

    Columns(Pieces pieces, Spacing spacing, List<Line> lines) {
        this.pieces = pieces;
        this.spacing = spacing;
        this.lines = lines;
        this.blanks = new int[pieces.size()];
        this.below = new int[lines.size()];
        for (int i = 1; i < blanks.length; i++) {
            blanks[i] = spacing.hasBlank(i) ? 1 : 0;
        }
        alignMacros();
        alignComments();
    }

    /// Blanks in front of a piece that does not start a line.
    int blanks(int piece) {
        return blanks[piece];
    }

    /// What stands in front of the first piece of a line.
    String indentation(int line) {
        return "\t".repeat(lines.get(line).indent()) + " ".repeat(below[line]);
    }

    private void alignMacros() {
        int line = 0;
        while (line < lines.size()) {
            Spread names = new Spread(NAME_SPREAD);
            int end = line;
            while (end < lines.size() && (end == line || !lines.get(end).apart())) {
                if (isMacro(lines.get(end))) {
                    names.add(pieces.width(lines.get(end).first()));
                } else if (!isOwnComment(end)) {
                    break;
                }
                end++;
            }
            for (int i = line; i < end; i++) {
                int first = lines.get(i).first();
                if (isMacro(lines.get(i))) {
                    blanks[first + 1] = names.blanks(pieces.width(first));
                }
            }
            line = Math.max(end, line + 1);
        }
    }

    private boolean isMacro(Line line) {
        int equals = line.first() + 1;
        return equals <= line.last()
                && pieces.get(equals).is(VmConf.EQUALS)
                && !spacing.keeps(equals);
    }

    private void alignComments() {
        int line = 0;
        while (line < lines.size()) {
            Spread texts = new Spread(TEXT_SPREAD);
            int end = line;
            while (end < lines.size() && belongs(end, line)) {
                if (hasComment(lines.get(end))) {
                    texts.add(width(lines.get(end)));
                }
                end++;
            }
            for (int i = line; i < end; i++) {
                place(i, texts);
            }
            line = Math.max(end, line + 1);
        }
    }

    /// A line with a comment behind its text, directly below others of its kind, or a comment that
    /// goes on below one.
    private boolean belongs(int line, int first) {
        Line each = lines.get(line);
        boolean near = line == first || !each.apart();
        if (!near || spacing.keeps(each.first())) {
            return false;
        }
        if (hasComment(each)) {
            return line == first
                    || (isPlain(each)
                            && isPlain(lines.get(first))
                            && each.indent() == lines.get(first).indent());
        }
        return line > first && goesOn(line);
    }

    /// It neither opens a block nor closes one that began further up.
    private boolean isPlain(Line line) {
        return pieces.get(line.first()).closes() == 0 && pieces.get(line.last() - 1).opens() == 0;
    }

    private boolean hasComment(Line line) {
        return line.last() > line.first()
                && pieces.get(line.last()).isComment()
                && !spacing.keeps(line.last())
                && width(line) < Pieces.UNKNOWN_WIDTH;
    }

    private boolean goesOn(int line) {
        int above = lines.get(line - 1).last();
        return isOwnComment(line)
                && pieces.get(lines.get(line).first()).kind() == Kind.COMMENT
                && lines.get(line).indent() == lines.get(line - 1).indent()
                && pieces.column(lines.get(line).first()) == pieces.column(above);
    }

    private boolean isOwnComment(int line) {
        Line each = lines.get(line);
        return each.first() == each.last() && pieces.get(each.first()).isComment();
    }

    private void place(int line, Spread texts) {
        Line each = lines.get(line);
        if (hasComment(each)) {
            blanks[each.last()] = texts.blanks(width(each));
            return;
        }
        Line above = lines.get(line - 1);
        below[line] = hasComment(above) ? width(above) + blanks[above.last()] : below[line - 1];
    }

    /// Columns that the text of a line takes in front of its last piece.
    private int width(Line line) {
        int width = pieces.width(line.first());
        for (int i = line.first() + 1; i < line.last(); i++) {
            width += blanks[i] + pieces.width(i);
        }
        return width;
    }
}
