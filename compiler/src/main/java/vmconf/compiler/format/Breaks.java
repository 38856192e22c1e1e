package vmconf.compiler.format;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import vmconf.compiler.format.Piece.Kind;
import vmconf.grammar.VmConf;

/// Where lines start: where they did, and in a block that is not all on one line, at each of its
/// options and at its `}`.
final class Breaks {
    /// Widest line that holds a block and what is in it, in columns.
    static final int MAX_WIDTH = 80;

    private static final int NONE = -1;

    private final Pieces pieces;
    private final Spacing spacing;
    private final Depth depth;
    private final OptionStarts options;
    private final Pins pins;
    private final BitSet added = new BitSet();

    Breaks(Pieces pieces, Spacing spacing, Depth depth, OptionStarts options) {
        this.pieces = pieces;
        this.spacing = spacing;
        this.depth = depth;
        this.options = options;
        this.pins = new Pins(pieces);
        int[] ends = blockEnds(pieces);
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] != NONE && (isOnLines(i, ends[i]) || isTooWide(i, ends[i]))) {
                open(i, ends[i]);
            }
        }
    }

    /// For each `{` its `}`, where both stand there themselves.
    private static int[] blockEnds(Pieces pieces) {
        int[] ends = new int[pieces.size()];
        Arrays.fill(ends, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < ends.length; i++) {
            Piece piece = pieces.get(i);
            for (int k = 0; k < piece.closes(); k++) {
                int start = open.isEmpty() ? NONE : open.pop();
                if (start != NONE && piece.is(VmConf.CLOSE)) {
                    ends[start] = i;
                }
            }
            for (int k = 0; k < piece.opens(); k++) {
                open.push(piece.is(VmConf.OPEN) ? i : NONE);
            }
        }
        return ends;
    }

    private boolean isOnLines(int start, int end) {
        for (int i = start + 1; i <= end; i++) {
            Gap gap = pieces.get(i).gap();
            if (gap.newlines() > 0 || gap.continued() || !pieces.isOnOneLine(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooWide(int start, int end) {
        int first = start;
        while (!startsText(first)) {
            first--;
        }
        int width = Lines.TAB * depth.ofLine(first, this::startsText) + pieces.width(first);
        for (int i = first + 1; i <= end || isBehind(i); i++) {
            width += (spacing.hasBlank(i) ? 1 : 0) + pieces.width(i);
        }
        return width > MAX_WIDTH;
    }

    private boolean isBehind(int index) {
        return index < pieces.size() && !startsText(index) && !pieces.get(index).isComment();
    }

    private void open(int start, int end) {
        if (!pieces.get(start + 1).isComment()) {
            add(start + 1);
        }
        int inner = 0;
        for (int i = start + 1; i < end; i++) {
            Piece piece = pieces.get(i);
            boolean direct = inner == 0 && piece.kind() == Kind.TOKEN;
            if (direct && mayBreak(i) && options.contains(piece.start())) {
                added.set(i);
            }
            inner += piece.opens() - piece.closes();
        }
        add(end);
    }

    private void add(int index) {
        if (mayBreak(index)) {
            added.set(index);
        }
    }

    private boolean mayBreak(int index) {
        return pieces.get(index).gap().newlines() == 0
                && !spacing.keeps(index)
                && !pins.contains(index);
    }

    /// Some line starts where none did.
    boolean addsAny() {
        return !added.isEmpty();
    }

    /// A line starts there that did not.
    boolean isAdded(int index) {
        return added.get(index);
    }

    /// A line starts there.
    boolean startsLine(int index) {
        return index == 0 || added.get(index) || pieces.get(index).gap().newlines() > 0;
    }

    /// A line starts there, or goes on behind a backslash.
    boolean startsText(int index) {
        return startsLine(index) || pieces.get(index).gap().continued();
    }
}
