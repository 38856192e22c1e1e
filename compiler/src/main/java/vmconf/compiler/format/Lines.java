package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;

/// The lines that the pieces will make.
final class Lines {
    /// How many columns a tab takes where widths are compared.
    static final int TAB = 8;

    /// A line as it will be seen; one that goes on behind a backslash makes two.
    ///
    /// @param first index of its first piece
    /// @param last index of its last piece
    /// @param indent tabs in front of it
    /// @param apart a blank line stands above it
    record Line(int first, int last, int indent, boolean apart) {}

    private final Pieces pieces;
    private final Breaks breaks;

    private Lines(Pieces pieces, Breaks breaks) {
        this.pieces = pieces;
        this.breaks = breaks;
    }

    static List<Line> of(Pieces pieces, Breaks breaks, Depth depth) {
        return new Lines(pieces, breaks).read(depth);
    }

    private List<Line> read(Depth depth) {
        List<Line> lines = new ArrayList<>();
        int indent = 0;
        int first = 0;
        while (first < pieces.size()) {
            int end = first + 1;
            while (end < pieces.size() && !breaks.startsText(end)) {
                end++;
            }
            boolean goesOn = !breaks.startsLine(first);
            if (!goesOn) {
                indent = depth.ofLine(first, breaks::startsText);
            }
            lines.add(new Line(first, end - 1, goesOn ? indent + 1 : indent, isApart(first)));
            first = end;
        }
        return lines;
    }

    /// Blank lines stay, as one, but not at the start and end of a block.
    private boolean isApart(int first) {
        return first > 0
                && pieces.get(first).gap().newlines() > 1
                && pieces.get(first).closes() == 0
                && !opensBlock(first - 1);
    }

    private boolean opensBlock(int last) {
        boolean trailing = last > 0 && pieces.get(last).isComment() && !breaks.startsText(last);
        return pieces.get(trailing ? last - 1 : last).opens() > 0;
    }
}
