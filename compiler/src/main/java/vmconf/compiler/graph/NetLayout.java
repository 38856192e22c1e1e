package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.IndividualSpacings;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Places nets and compartments and leads lines between them, by the layered algorithm of the
/// Eclipse Layout Kernel.
final class NetLayout {
    /// How much of the width of a row of compartments the nets take.
    private static final double SPREAD = 0.7;

    private static final double MOST_APART = 300;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Net, ElkNode> nets = new HashMap<>();
    private final List<ElkNode> bars = new ArrayList<>();
    private final List<ElkNode> compartments = new ArrayList<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final List<Wire> wires = new ArrayList<>();

    private record Wire(Net net, ElkEdge edge) {}

    private NetLayout() {
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.ASPECT_RATIO, Arrangement.SHAPE);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, Arrangement.GAP);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, Arrangement.GAP);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
    }

    static Placement of(List<Arrangement> arrangements) {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        NetLayout layout = new NetLayout();
        arrangements.forEach(layout::add);
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        return layout.placement();
    }

    private void add(Arrangement arrangement) {
        double own = arrangement.bars().stream().mapToDouble(Bar::width).sum();
        double apart = (arrangement.width() * SPREAD - own) / arrangement.bars().size();
        arrangement.bars().forEach(bar -> add(bar, Math.clamp(apart, Arrangement.GAP, MOST_APART)));
        arrangement.above().forEach(each -> add(each, true, arrangement.lined()));
        arrangement.below().forEach(each -> add(each, false, arrangement.lined()));
    }

    /// @param apart from the next one of the same island
    private void add(Bar bar, double apart) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(bar.width(), Bar.HEIGHT);
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        node.setProperty(CoreOptions.PRIORITY, 1);
        IndividualSpacings spacings = new IndividualSpacings();
        spacings.setProperty(CoreOptions.SPACING_NODE_NODE, apart);
        node.setProperty(CoreOptions.SPACING_INDIVIDUAL, spacings);
        bars.add(node);
        nets.put(bar.net(), node);
    }

    private void add(Compartment.Packed packed, boolean above, boolean lined) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(packed.width(), packed.height());
        // Not by partitions: what ELK makes of these depends on hash codes and differs every time.
        node.setProperty(
                LayeredOptions.LAYERING_LAYER_CONSTRAINT,
                above ? LayerConstraint.FIRST : LayerConstraint.LAST);
        compartments.add(node);
        for (Net net : lined ? packed.compartment().nets() : List.<Net>of()) {
            ElkPort port = port(net, above);
            ElkEdge edge =
                    above
                            ? ElkGraphUtil.createSimpleEdge(node, port)
                            : ElkGraphUtil.createSimpleEdge(port, node);
            wires.add(new Wire(net, edge));
        }
    }

    /// One for all lines on a side, so that they run together as far as they can.
    private ElkPort port(Net net, boolean above) {
        return ports.computeIfAbsent(
                net.id() + above,
                _ -> {
                    ElkPort port = ElkGraphUtil.createPort(nets.get(net));
                    port.setProperty(
                            CoreOptions.PORT_SIDE, above ? PortSide.NORTH : PortSide.SOUTH);
                    return port;
                });
    }

    private Placement placement() {
        return new Placement(
                bars.stream().map(NetLayout::corner).toList(),
                compartments.stream().map(NetLayout::corner).toList(),
                wires.stream().map(NetLayout::route).toList(),
                root.getWidth(),
                root.getHeight());
    }

    private static Point corner(ElkNode node) {
        return new Point(node.getX(), node.getY());
    }

    private static Placement.Route route(Wire wire) {
        ElkEdgeSection section = wire.edge().getSections().getFirst();
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(bend.getX(), bend.getY()));
        }
        points.add(new Point(section.getEndX(), section.getEndY()));
        List<Point> junctions =
                wire.edge().getProperty(CoreOptions.JUNCTION_POINTS).stream()
                        .map(each -> new Point(each.x, each.y))
                        .toList();
        return new Placement.Route(wire.net(), points, junctions);
    }
}
