package vmconf.compiler.format;

import java.util.BitSet;
import vmconf.compiler.format.Piece.Kind;

/// The pieces on lines that must not be broken: those that a remark speaks about, because it speaks
/// about a line, and those of which a macro may yield anything.
final class Pins {
    private final BitSet pinned = new BitSet();

    Pins(Pieces pieces) {
        boolean spokenAbout = false;
        int first = 0;
        while (first < pieces.size()) {
            int end = first + 1;
            while (end < pieces.size() && pieces.get(end).gap().newlines() == 0) {
                end++;
            }
            boolean text = !pieces.get(first).isComment();
            boolean remark = has(Kind.REMARK, pieces, first, end);
            if (text && (spokenAbout || remark || has(Kind.UNKNOWN, pieces, first, end))) {
                pinned.set(first, end);
            }
            spokenAbout = remark || (spokenAbout && !text);
            first = end;
        }
    }

    private static boolean has(Kind kind, Pieces pieces, int first, int end) {
        for (int i = first; i < end; i++) {
            if (pieces.get(i).kind() == kind) {
                return true;
            }
        }
        return false;
    }

    boolean contains(int index) {
        return pinned.get(index);
    }
}
