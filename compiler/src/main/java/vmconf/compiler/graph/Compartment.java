package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Families whose members join the same nets.
///
/// @param nets in the order of the scene
record Compartment(List<Net> nets, List<FamilyBox> boxes) {
    /// Between two boxes.
    static final double GAP = 12;

    /// From the edge to the boxes.
    static final double PAD = 12;

    /// From the upper edge to the boxes: there is a caption.
    static final double TOP = 30;

    /// A compartment with a place for each box.
    ///
    /// @param corners of the boxes, from the corner of the compartment
    record Packed(Compartment compartment, List<Point> corners, double width, double height) {
        Packed {
            corners = List.copyOf(corners);
        }
    }

    Compartment {
        nets = List.copyOf(nets);
        boxes = List.copyOf(boxes);
    }

    /// The compartments of a scene in the order of their first families.
    ///
    /// @param column width of a column of boxes
    static List<Compartment> all(Scene scene, double column) {
        List<Net> order = scene.nets();
        Map<Net, Integer> rank = new LinkedHashMap<>();
        order.forEach(net -> rank.put(net, rank.size()));
        Map<List<Net>, List<FamilyBox>> boxes = new LinkedHashMap<>();
        for (Family family : scene.families()) {
            LinkedHashSet<Net> joined = new LinkedHashSet<>();
            family.members()
                    .flatMap(vm -> scene.links(vm).stream())
                    .forEach(link -> joined.addAll(link.nets()));
            List<Net> nets = new ArrayList<>(joined);
            nets.sort(Comparator.comparing(rank::get));
            boxes.computeIfAbsent(nets, _ -> new ArrayList<>())
                    .add(FamilyBox.of(scene, family, column, GAP));
        }
        List<Compartment> all = new ArrayList<>();
        boxes.forEach((nets, own) -> all.add(new Compartment(nets, own)));
        return all;
    }

    String caption() {
        return nets.isEmpty()
                ? "no network"
                : nets.stream()
                        .map(net -> net instanceof Net.Local ? "local" : net.name())
                        .collect(Collectors.joining(" + "));
    }

    /// How many VMs are in it.
    int size() {
        return boxes.stream().mapToInt(box -> 1 + box.instances().size()).sum();
    }

    /// As few columns as it can have.
    int fewest() {
        return boxes.stream().mapToInt(FamilyBox::span).max().orElse(1);
    }

    double area() {
        return boxes.stream().mapToDouble(box -> (box.width() + GAP) * (box.height() + GAP)).sum();
    }

    /// Puts the boxes into columns.
    Packed packed(int columns, double column) {
        Columns grid = new Columns(columns, column, GAP);
        Point origin = new Point(PAD, TOP);
        List<Point> corners = new ArrayList<>();
        for (FamilyBox box : boxes) {
            corners.add(origin.plus(grid.place(box.span(), box.height())));
        }
        return new Packed(
                this,
                corners,
                Columns.width(columns, column, GAP) + 2 * PAD,
                TOP + grid.height() + PAD);
    }

    /// In so many columns that it is about square.
    Packed squared(double column) {
        int columns = (int) Math.round(Math.sqrt(area()) / (column + GAP));
        return packed(Math.max(fewest(), columns), column);
    }

    /// In as few columns as keep to a height, if any number does.
    Packed within(double height, double column) {
        int columns = Math.max(fewest(), (int) (area() / (column + GAP) / height));
        Packed packed = packed(columns, column);
        while (packed.height() > height && columns < boxes.size() * fewest()) {
            columns += 1 + columns / 16;
            packed = packed(columns, column);
        }
        return packed;
    }
}
