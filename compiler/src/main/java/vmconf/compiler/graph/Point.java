package vmconf.compiler.graph;

/// A place in a picture, in pixels from the left and from the top.
record Point(double x, double y) {
    Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    /// What moves a group of SVG there.
    String shift() {
        return "translate(" + Markup.number(x) + " " + Markup.number(y) + ")";
    }
}
