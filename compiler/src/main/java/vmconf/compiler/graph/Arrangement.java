package vmconf.compiler.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An island in shape: its compartments as a row below the nets, or as two rows with the nets
/// between them.
///
/// @param lined whether there are lines; without them everything may go anywhere
record Arrangement(
        List<Bar> bars,
        List<Compartment.Packed> above,
        List<Compartment.Packed> below,
        boolean lined) {
    /// Between two compartments of a row.
    static final double GAP = 28;

    /// Width by height that is aimed at.
    static final double SHAPE = 1.5;

    /// What the nets and the lines to a row take of the height.
    private static final double NETS = 60;

    private static final double LINES = 60;

    /// How much better two rows must be.
    private static final double SECOND_ROW = 0.35;

    private static final double STEP = 1.2;
    private static final double LOWEST = 60;

    /// What is this flat need not be made flatter.
    private static final double FLAT = 6;

    Arrangement {
        bars = List.copyOf(bars);
        above = List.copyOf(above);
        below = List.copyOf(below);
    }

    /// The best of some for an island: near to the shape that is aimed at, and small.
    static Arrangement of(Island island, List<Bar> bars, double column) {
        if (island.crowded()) {
            List<Compartment.Packed> packed =
                    island.compartments().stream().map(each -> each.squared(column)).toList();
            return new Arrangement(bars, List.of(), packed, false);
        }
        Arrangement best = below(bars, List.of());
        double least = Double.MAX_VALUE;
        double height = highest(island, column);
        boolean flat = false;
        while (height > LOWEST && !flat) {
            double limit = height;
            List<Compartment.Packed> row =
                    island.compartments().stream().map(each -> each.within(limit, column)).toList();
            for (Arrangement tried : List.of(below(bars, row), halved(bars, row))) {
                double cost = tried.cost();
                if (cost < least) {
                    least = cost;
                    best = tried;
                }
                flat = tried.shape() > FLAT;
            }
            height /= STEP;
        }
        return best;
    }

    private static double highest(Island island, double column) {
        return island.compartments().stream()
                .mapToDouble(each -> each.packed(each.fewest(), column).height())
                .max()
                .orElse(0);
    }

    private static Arrangement below(List<Bar> bars, List<Compartment.Packed> row) {
        return new Arrangement(bars, List.of(), row, true);
    }

    /// The row in two of about the same width, the higher compartments below.
    private static Arrangement halved(List<Bar> bars, List<Compartment.Packed> row) {
        List<Compartment.Packed> highest =
                row.stream()
                        .sorted(Comparator.comparingDouble(Compartment.Packed::height).reversed())
                        .toList();
        double width = 0;
        int below = 0;
        do {
            width += highest.get(below++).width() + GAP;
        } while (below < highest.size() && width + highest.get(below).width() <= width(row) / 2);
        return new Arrangement(
                bars, highest.subList(below, highest.size()), highest.subList(0, below), true);
    }

    /// Every compartment.
    Stream<Compartment.Packed> compartments() {
        return Stream.concat(above.stream(), below.stream());
    }

    /// Across the longer row.
    double width() {
        return Math.max(width(above), width(below));
    }

    private double cost() {
        double area = fullWidth() * height();
        double cost = Math.abs(Math.log(shape() / SHAPE)) + Math.log(area) / 2;
        return above.isEmpty() ? cost : cost + SECOND_ROW;
    }

    private double shape() {
        return fullWidth() / height();
    }

    private double fullWidth() {
        return Math.max(bars.stream().mapToDouble(bar -> bar.width() + GAP).sum(), width());
    }

    private double height() {
        return NETS + height(above) + height(below);
    }

    private static double width(List<Compartment.Packed> row) {
        return row.stream().mapToDouble(each -> each.width() + GAP).sum();
    }

    private static double height(List<Compartment.Packed> row) {
        double height = row.stream().mapToDouble(Compartment.Packed::height).max().orElse(0);
        return row.isEmpty() ? 0 : height + LINES;
    }
}
