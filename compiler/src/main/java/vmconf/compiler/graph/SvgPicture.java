package vmconf.compiler.graph;

import java.util.List;

/// A scene as SVG: nets as bars, the VMs that join the same ones in one compartment, a line from
/// each bar to each of its compartments.
final class SvgPicture {
    private static final double MARGIN = 24;
    private static final double HEADER = 52;

    private final Scene scene;
    private final String name;
    private final Markup svg = new Markup();
    private final Ink ink = new Ink(svg);
    private final CardDrawing cards;

    private SvgPicture(Scene scene, String name) {
        this.scene = scene;
        this.name = name;
        this.cards = new CardDrawing(svg, scene);
    }

    /// @param name of the file that is shown
    static String of(Scene scene, String name) {
        return new SvgPicture(scene, name).draw();
    }

    private String draw() {
        double column = column();
        List<Arrangement> arrangements =
                Island.all(scene.nets(), Compartment.all(scene, column)).stream()
                        .map(island -> arranged(island, column))
                        .toList();
        Placement placement = NetLayout.of(arrangements);
        start(placement, arrangements.stream().allMatch(Arrangement::lined));
        placement.routes().forEach(this::wire);
        int at = 0;
        for (Bar bar : arrangements.stream().flatMap(each -> each.bars().stream()).toList()) {
            cards.bar(bar, placement.bars().get(at++));
        }
        at = 0;
        for (Compartment.Packed each :
                arrangements.stream().flatMap(Arrangement::compartments).toList()) {
            cards.compartment(each, placement.compartments().get(at++));
        }
        svg.close();
        svg.close();
        return svg.document();
    }

    private Arrangement arranged(Island island, double column) {
        return Arrangement.of(island, island.nets().stream().map(Bar::of).toList(), column);
    }

    /// One width for all columns, in which as little as possible is cut.
    private double column() {
        double ideal =
                scene.families().stream()
                        .flatMap(Family::members)
                        .mapToDouble(vm -> Card.ideal(scene, vm) + 2 * FamilyBox.INNER_PAD)
                        .max()
                        .orElse(0);
        return Math.clamp(Math.ceil(ideal) + 2 * FamilyBox.PAD, 210, 300);
    }

    private void start(Placement placement, boolean lined) {
        String title = Shown.text(name);
        String facts = Headline.of(scene) + (lined ? "" : Headline.WITHOUT_LINES);
        double text = Math.max(Face.TITLE.width(title), Face.TEXT.width(facts));
        double width = Math.max(placement.width(), text) + 2 * MARGIN;
        double height = HEADER + placement.height() + 2 * MARGIN;
        svg.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("width", width).attribute("height", height);
        svg.attribute("viewBox", "0 0 " + Markup.number(width) + " " + Markup.number(height));
        svg.attribute("role", "graphics-document").attribute("aria-labelledby", "title facts");
        svg.open("title").attribute("id", "title").text("Machines of " + title);
        svg.open("desc").attribute("id", "facts").text(facts);
        svg.open("style").verbatim(Stylesheet.CSS);
        Signs.define(svg);
        svg.open("rect").attribute("class", "paper");
        svg.attribute("width", width).attribute("height", height).close();
        ink.text(Face.TITLE, "", new Point(MARGIN, MARGIN + 15), title);
        ink.text(Face.TEXT, "quiet", new Point(MARGIN, MARGIN + 34), facts);
        svg.open("g");
        svg.attribute("transform", new Point(MARGIN, MARGIN + HEADER).shift());
    }

    private void wire(Placement.Route route) {
        String colour = Palette.style(route.net());
        svg.open("path").attribute("class", "wire " + colour);
        svg.attribute("d", RoundedPath.of(route.points())).close();
        for (Point junction : route.junctions()) {
            ink.circle("dot " + colour, junction, 3.5);
        }
    }
}
