package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Vm;

/// A family as a box: the head's card, below it in columns the cards of its instances.
///
/// @param head at [#PAD] from the left and the top
/// @param instances where their boxes are
/// @param span how many columns of its compartment it takes
record FamilyBox(Card head, List<Placed> instances, int span, double width, double height) {
    /// From the edge of a box to what is in it.
    static final double PAD = 10;

    /// From the edge of an instance's box to its card.
    static final double INNER_PAD = 8;

    private static final double GAP = 8;

    /// An instance's card and the corner of its box.
    record Placed(Card card, Point at) {
        double width() {
            return card.width() + 2 * INNER_PAD;
        }

        double height() {
            return card.height() + 2 * INNER_PAD;
        }
    }

    FamilyBox {
        instances = List.copyOf(instances);
    }

    /// @param column width of a column of the compartment
    /// @param gap between two of them
    static FamilyBox of(Scene scene, Family family, double column, double gap) {
        if (family.instances().isEmpty()) {
            Card head = Card.of(scene, family.head(), column - 2 * PAD);
            return new FamilyBox(head, List.of(), 1, column, head.height() + 2 * PAD);
        }
        double inner = column - 2 * PAD;
        int span = span(scene, family, inner);
        double width = Columns.width(span, column, gap);
        Card head = Card.of(scene, family.head(), width - 2 * PAD);
        double each = (width - 2 * PAD + GAP) / span - GAP;
        Columns columns = new Columns(span, each, GAP);
        Point origin = new Point(PAD, PAD + head.height() + GAP);
        List<Placed> placed = new ArrayList<>();
        for (Vm vm : family.instances()) {
            Card card = Card.of(scene, vm, each - 2 * INNER_PAD);
            Point at = columns.place(1, card.height() + 2 * INNER_PAD);
            placed.add(new Placed(card, origin.plus(at)));
        }
        double height = origin.y() + columns.height() + PAD;
        return new FamilyBox(head, placed, span, width, height);
    }

    /// As many columns as make the box about square.
    private static int span(Scene scene, Family family, double column) {
        double height = 0;
        for (Vm vm : family.instances()) {
            height += Card.of(scene, vm, column - 2 * INNER_PAD).height() + 2 * INNER_PAD + GAP;
        }
        return Math.max(1, (int) Math.round(Math.sqrt(height / column)));
    }
}
