package vmconf.compiler.format;

import java.util.BitSet;
import vmconf.compiler.format.Piece.Kind;
import vmconf.grammar.VmConf;

/// What stands between two pieces of one line.
final class Spacing {
    private final Pieces pieces;
    private final BitSet kept = new BitSet();

    Spacing(Pieces pieces) {
        this.pieces = pieces;
        int line = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Gap gap = pieces.get(i).gap();
            if (gap.isOdd() || (i > 0 && staysBetween(pieces.get(i - 1), pieces.get(i)))) {
                kept.set(i);
            }
            if (i >= line && pieces.get(i).kind() == Kind.UNKNOWN) {
                line = keepBehind(i);
            }
        }
    }

    private static boolean staysBetween(Piece left, Piece right) {
        boolean startsLine = right.gap().newlines() > 0;
        boolean appears = !right.gap().blank() && left.dislikesBlank();
        return !startsLine && (appears || left.kind() == Kind.VERBATIM);
    }

    /// The macro could open quotes that another one on its line closes.
    ///
    /// @return where the next line starts
    private int keepBehind(int index) {
        int last = index;
        boolean quotes = hasQuotes(index);
        while (last + 1 < pieces.size() && pieces.get(last + 1).gap().newlines() == 0) {
            last++;
            quotes |= hasQuotes(last);
        }
        if (quotes) {
            kept.set(index + 1, last + 1);
        }
        return last + 1;
    }

    private boolean hasQuotes(int index) {
        return pieces.contains(index, '"', '\'');
    }

    /// What stands in front of a piece stays as it is.
    boolean keeps(int index) {
        return kept.get(index);
    }

    /// Whether there is a blank in front of a piece that does not start a line.
    boolean hasBlank(int index) {
        Piece left = pieces.get(index - 1);
        Piece right = pieces.get(index);
        if (keeps(index)) {
            return right.gap().blank();
        }
        if (right.is(VmConf.COMMA)) {
            return false;
        }
        boolean apart = right.isComment() || isApart(left) || isApart(right);
        return apart || right.gap().blank();
    }

    private static boolean isApart(Piece piece) {
        return piece.is(VmConf.OPEN)
                || piece.is(VmConf.CLOSE)
                || piece.is(VmConf.EQUALS)
                || piece.is(VmConf.COMMA);
    }
}
