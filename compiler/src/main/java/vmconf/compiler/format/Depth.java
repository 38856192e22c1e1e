package vmconf.compiler.format;

import java.util.function.IntPredicate;
import vmconf.grammar.VmConf;

/// How many blocks are open in front of each piece.
final class Depth {
    private final Pieces pieces;
    private final int[] before;

    Depth(Pieces pieces) {
        this.pieces = pieces;
        this.before = new int[pieces.size()];
        int open = 0;
        int behindInclude = 0;
        for (int i = 0; i < before.length; i++) {
            Piece piece = pieces.get(i);
            before[i] = open;
            if (piece.is(VmConf.INCLUDE) && open == 0) {
                behindInclude = i + 1;
            }
            // A block that is closed and was not opened began in the file included above.
            for (; open < piece.closes(); open++) {
                for (int each = behindInclude; each <= i; each++) {
                    before[each]++;
                }
            }
            open += piece.opens() - piece.closes();
        }
    }

    /// How far a line is indented that starts with a piece: as far as the block that its first
    /// braces close.
    ///
    /// @param starts whether a line starts at an index
    int ofLine(int first, IntPredicate starts) {
        int closed = 0;
        for (int i = first; i < before.length && (i == first || !starts.test(i)); i++) {
            Piece piece = pieces.get(i);
            if (piece.closes() == 0 || piece.opens() > 0) {
                break;
            }
            closed += piece.closes();
        }
        return Math.max(0, before[first] - closed);
    }
}
