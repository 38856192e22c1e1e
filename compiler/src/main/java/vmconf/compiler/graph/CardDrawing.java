package vmconf.compiler.graph;

import java.util.List;
import java.util.Optional;
import vmconf.plan.Provenance;

/// Draws boxes and what is in them.
final class CardDrawing {
    private final Markup svg;
    private final Ink ink;
    private final Scene scene;

    CardDrawing(Markup svg, Scene scene) {
        this.svg = svg;
        this.ink = new Ink(svg);
        this.scene = scene;
    }

    void bar(Bar bar, Point corner) {
        String off = bar.net().enabled() ? "" : " off";
        Optional<Provenance.Place> place =
                bar.net() instanceof Net.Bridge(var number, _)
                        ? scene.place("switches", number)
                        : Optional.empty();
        node(
                bar.net().id(),
                "bar " + Palette.style(bar.net()) + off,
                bar.net().name(),
                place,
                corner);
        svg.open("title").text(bar.net().name());
        svg.open("desc").text(String.join(", ", bar.net().facts()));
        ink.box(bar.width(), Bar.HEIGHT, Bar.HEIGHT / 2);
        double middle = bar.width() / 2;
        ink.centred(Face.NAME, new Point(middle, 19), bar.name());
        ink.centred(Face.CODE, new Point(middle, 34), bar.facts());
        svg.close();
    }

    void compartment(Compartment.Packed packed, Point corner) {
        Compartment compartment = packed.compartment();
        svg.open("g").attribute("class", "compartment").attribute("transform", corner.shift());
        ink.box(packed.width(), packed.height(), 12);
        String count = Headline.count(compartment.size(), "VM", "VMs");
        double room = packed.width() - 3 * Compartment.PAD - Face.TEXT.width(count);
        String full = Shown.text(compartment.caption());
        String caption = Face.TEXT.start(full, room);
        ink.shortened(Face.TEXT, "quiet", new Point(Compartment.PAD, 20), caption, full);
        ink.right(Face.TEXT, new Point(packed.width() - Compartment.PAD, 20), count);
        for (int i = 0; i < compartment.boxes().size(); i++) {
            family(compartment.boxes().get(i), packed.corners().get(i));
        }
        svg.close();
    }

    private void family(FamilyBox box, Point corner) {
        vm("vm", box.head(), corner);
        ink.box(box.width(), box.height(), 8);
        lines(box.head(), FamilyBox.PAD);
        for (FamilyBox.Placed each : box.instances()) {
            vm("vm instance", each.card(), each.at());
            ink.box(each.width(), each.height(), 6);
            lines(each.card(), FamilyBox.INNER_PAD);
            svg.close();
        }
        svg.close();
    }

    private void vm(String style, Card card, Point corner) {
        String off = card.vm().enabled() ? "" : " off";
        Optional<Provenance.Place> place = scene.place("vms", card.vm().id());
        node("vm" + card.vm().id(), style + off, card.vm().name(), place, corner);
        svg.open("title").text(card.vm().name());
        svg.open("desc").text(Telling.of(scene, card.vm()));
    }

    private void node(
            String id, String style, String name, Optional<Provenance.Place> place, Point corner) {
        svg.open("g").attribute("id", id).attribute("class", style);
        svg.attribute("role", "graphics-symbol").attribute("data-name", name);
        place.ifPresent(
                at ->
                        svg.attribute("data-file", at.file())
                                .attribute("data-line", Integer.toString(at.line())));
        svg.attribute("transform", corner.shift());
    }

    private void lines(Card card, double pad) {
        double y = pad;
        for (Line line : card.lines()) {
            line(line, new Point(pad, y), card.width());
            y += line.height();
        }
    }

    /// @param at the upper left corner of the line
    private void line(Line line, Point at, double width) {
        switch (line) {
            case Line.Name(var text) -> ink.text(Face.NAME, "", at.plus(new Point(0, 12)), text);
            case Line.Headline(var name, var traits) -> {
                ink.text(Face.NAME, "", at.plus(new Point(0, 12)), name);
                ink.right(Face.TEXT, at.plus(new Point(width, 12)), traits);
            }
            case Line.Words(var text, var face, var indent) ->
                    ink.text(face, "quiet", at.plus(new Point(indent, 10)), text);
            case Line.File file -> file(file, at);
            case Line.Wire wire -> wire(wire, at, width);
        }
    }

    private void file(Line.File file, Point at) {
        svg.open("use").attribute("class", "icon").attribute("href", "#" + Signs.id(file.use()));
        svg.attribute("x", at.x()).attribute("y", at.y() + 2).close();
        ink.shortened(
                Face.CODE, "quiet", at.plus(new Point(Card.INDENT, 11)), file.text(), file.full());
    }

    private void wire(Line.Wire wire, Point at, double width) {
        List<Net> nets = wire.link().nets();
        Point centre = at.plus(new Point(5, 7.5));
        if (nets.isEmpty()) {
            ink.circle("open", centre, 3.5);
        }
        for (int i = 0; i < nets.size(); i++) {
            ink.circle("dot " + Palette.style(nets.get(i)), centre, 4 - 2 * i);
        }
        double x = Card.INDENT;
        String full = Shown.text(wire.link().to());
        ink.shortened(Face.TEXT, "", at.plus(new Point(x, 11)), wire.label(), full);
        if (!wire.facts().isEmpty()) {
            x += Face.TEXT.width(wire.label()) + Card.GAP;
            ink.text(Face.CODE, "", at.plus(new Point(x, 11)), wire.facts());
        }
        if (!wire.lladdr().isEmpty()) {
            ink.right(Face.CODE, at.plus(new Point(width, 11)), wire.lladdr());
        }
    }
}
