package vmconf.compiler.graph;

import java.util.List;

/// Where everything is.
///
/// @param bars corners of the nets, in the order in which these were given
/// @param compartments corners, likewise
/// @param routes the lines between them
record Placement(
        List<Point> bars,
        List<Point> compartments,
        List<Route> routes,
        double width,
        double height) {

    /// A line between a net and a compartment.
    ///
    /// @param points where it starts, bends and ends
    /// @param junctions where it leaves another line of the same net
    record Route(Net net, List<Point> points, List<Point> junctions) {
        Route {
            points = List.copyOf(points);
            junctions = List.copyOf(junctions);
        }
    }

    Placement {
        bars = List.copyOf(bars);
        compartments = List.copyOf(compartments);
        routes = List.copyOf(routes);
    }
}
