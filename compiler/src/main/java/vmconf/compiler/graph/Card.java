package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// What a picture tells of one VM, in lines of a given width.
///
/// @param width pixels that the lines take
/// @param height pixels that the lines take
record Card(Vm vm, List<Line> lines, double width, double height) {
    /// From the left edge to text behind a sign.
    static final double INDENT = 16;

    static final double GAP = 10;

    Card {
        lines = List.copyOf(lines);
    }

    /// A card; paths that do not fit lose their beginning, names go on in the next line.
    static Card of(Scene scene, Vm vm, double width) {
        Writer writer = new Writer(width);
        Optional<Vm> parent = scene.parentOf(vm);
        writer.head(Shown.text(vm.name()), String.join(" · ", VmText.traits(vm, parent)));
        VmText.images(vm).forEach(writer::image);
        scene.links(vm).forEach(writer::link);
        double height = writer.lines.stream().mapToDouble(Line::height).sum();
        return new Card(vm, writer.lines, width, height);
    }

    /// The width in which nothing is cut or broken.
    static double ideal(Scene scene, Vm vm) {
        double width =
                Face.NAME.width(Shown.text(vm.name()))
                        + GAP
                        + Face.TEXT.width(
                                String.join(" · ", VmText.traits(vm, scene.parentOf(vm))));
        for (VmText.Image image : VmText.images(vm)) {
            width = Math.max(width, INDENT + Face.CODE.width(Shown.text(image.path())));
        }
        for (Link link : scene.links(vm)) {
            double label = INDENT + Face.TEXT.width(Shown.text(link.to()));
            double facts = Face.CODE.width(String.join(" · ", link.facts()));
            double lladdr = Face.CODE.width(link.nic().lladdr());
            width = Math.max(width, label + GAP + facts + GAP + lladdr);
        }
        return width;
    }

    /// Adds lines from top to bottom.
    private static final class Writer {
        private final double width;
        private final List<Line> lines = new ArrayList<>();

        Writer(double width) {
            this.width = width;
        }

        void head(String name, String traits) {
            double room = width - GAP - Face.TEXT.width(traits);
            if (Face.NAME.width(name) <= room) {
                lines.add(new Line.Headline(name, traits));
                return;
            }
            Face.NAME.wrap(name, width).forEach(part -> lines.add(new Line.Name(part)));
            if (!traits.isEmpty()) {
                lines.add(new Line.Words(traits, Face.TEXT, 0));
            }
        }

        void image(VmText.Image image) {
            String full = Shown.text(image.path());
            lines.add(new Line.File(image.use(), Face.CODE.end(full, width - INDENT), full));
        }

        /// On one line if possible; else the facts go below, and the MAC address too if it must.
        void link(Link link) {
            String lladdr = link.nic().lladdr();
            String label = Face.TEXT.start(Shown.text(link.to()), width - INDENT);
            List<String> facts = new ArrayList<>(link.facts());
            double room = width - INDENT - Face.TEXT.width(label) - GAP;
            if (Face.CODE.width(lladdr) > room) {
                facts.addFirst(lladdr);
                lladdr = "";
            } else {
                room -= Face.CODE.width(lladdr) + GAP;
            }
            String together = String.join(" · ", facts);
            boolean fits = Face.CODE.width(together) <= room;
            lines.add(new Line.Wire(link, label, fits ? together : "", lladdr));
            if (!fits) {
                wrapped(facts);
            }
        }

        private void wrapped(List<String> facts) {
            String line = "";
            for (String fact : facts) {
                String longer = line.isEmpty() ? fact : line + " · " + fact;
                if (!line.isEmpty() && Face.CODE.width(longer) > width - INDENT) {
                    lines.add(new Line.Words(line, Face.CODE, INDENT));
                    longer = fact;
                }
                line = longer;
            }
            lines.add(new Line.Words(line, Face.CODE, INDENT));
        }
    }
}
