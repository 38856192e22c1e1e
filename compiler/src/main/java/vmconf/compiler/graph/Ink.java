package vmconf.compiler.graph;

/// Draws the few things that a picture is made of.
final class Ink {
    private final Markup svg;

    Ink(Markup svg) {
        this.svg = svg;
    }

    void box(double width, double height, double radius) {
        svg.open("rect").attribute("width", width).attribute("height", height);
        svg.attribute("rx", radius).close();
    }

    void circle(String style, Point centre, double radius) {
        svg.open("circle").attribute("class", style);
        svg.attribute("cx", centre.x()).attribute("cy", centre.y()).attribute("r", radius).close();
    }

    void text(Face face, String style, Point start, String text) {
        words(face, style, start).text(text);
    }

    void right(Face face, Point end, String text) {
        words(face, "quiet", end).attribute("text-anchor", "end").text(text);
    }

    void centred(Face face, Point middle, String text) {
        words(face, "", middle).attribute("text-anchor", "middle").text(text);
    }

    private Markup words(Face face, String style, Point at) {
        svg.open("text")
                .attribute("class", style.isEmpty() ? face.style() : face.style() + " " + style);
        return svg.attribute("x", at.x()).attribute("y", at.y());
    }

    /// Text that is perhaps only a part; then the whole of it is shown where the pointer rests.
    void shortened(Face face, String style, Point start, String text, String full) {
        if (text.equals(full)) {
            text(face, style, start, text);
            return;
        }
        svg.open("g");
        svg.open("title").text(full);
        text(face, style, start, text);
        svg.close();
    }
}
