package vmconf.compiler.graph;

/// Puts boxes into columns of one width: each in turn where it comes nearest to the top, and there
/// to the left.
final class Columns {
    private final double width;
    private final double gap;
    private final double[] bottoms;

    Columns(int count, double width, double gap) {
        this.width = width;
        this.gap = gap;
        this.bottoms = new double[count];
    }

    /// The place of the next box.
    ///
    /// @param span how many columns it takes; at most as many as there are
    Point place(int span, double height) {
        int best = 0;
        double top = Double.MAX_VALUE;
        for (int from = 0; from + span <= bottoms.length; from++) {
            double bottom = 0;
            for (int i = from; i < from + span; i++) {
                bottom = Math.max(bottom, bottoms[i]);
            }
            if (bottom < top) {
                top = bottom;
                best = from;
            }
        }
        for (int i = best; i < best + span; i++) {
            bottoms[i] = top + height + gap;
        }
        return new Point(best * (width + gap), top);
    }

    /// Down to the lowest edge of a box.
    double height() {
        double height = gap;
        for (double bottom : bottoms) {
            height = Math.max(height, bottom);
        }
        return height - gap;
    }

    /// Across all columns.
    static double width(int count, double width, double gap) {
        return count * (width + gap) - gap;
    }
}
