package vmconf.compiler.graph;

import java.util.List;

/// A line along points as SVG's path data, its corners rounded.
final class RoundedPath {
    private static final double RADIUS = 8;

    private RoundedPath() {}

    static String of(List<Point> points) {
        StringBuilder path = new StringBuilder();
        append(path, 'M', points.getFirst());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            append(path, 'L', near(corner, points.get(i - 1)));
            append(path, 'Q', corner);
            append(path, ' ', near(corner, points.get(i + 1)));
        }
        append(path, 'L', points.getLast());
        return path.toString();
    }

    /// From a corner towards its neighbour, at most half way.
    private static Point near(Point corner, Point neighbour) {
        double x = neighbour.x() - corner.x();
        double y = neighbour.y() - corner.y();
        double length = Math.hypot(x, y);
        double share = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;
        return new Point(corner.x() + x * share, corner.y() + y * share);
    }

    private static void append(StringBuilder path, char command, Point to) {
        path.append(command).append(Markup.number(to.x())).append(' ');
        path.append(Markup.number(to.y()));
    }
}
