package vmconf.compiler.format;

import java.util.TreeSet;

/// Widths that a column stands behind. Those much wider than the narrowest one stand out, so that
/// the others are not torn apart.
final class Spread {
    private final int most;
    private final TreeSet<Integer> widths = new TreeSet<>();

    /// @param most how much wider than the narrowest one may be
    Spread(int most) {
        this.most = most;
    }

    void add(int width) {
        widths.add(width);
    }

    /// How many blanks bring a width to the column.
    int blanks(int width) {
        int widest = widths.floor(widths.first() + most);
        return Math.max(1, widest + 1 - width);
    }
}
