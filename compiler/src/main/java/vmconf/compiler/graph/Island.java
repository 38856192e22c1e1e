package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Nets and compartments that are connected with each other and with no others.
record Island(List<Net> nets, List<Compartment> compartments) {
    /// With more compartments than this, lines are left out: nobody could follow them.
    static final int MOST_COMPARTMENTS = 40;

    /// The same for the number of lines.
    static final int MOST_LINES = 120;

    Island {
        nets = List.copyOf(nets);
        compartments = List.copyOf(compartments);
    }

    /// All islands; a net that nobody joins and a compartment that joins none are each one.
    static List<Island> all(List<Net> nets, List<Compartment> compartments) {
        Map<Net, List<Compartment>> joining = new HashMap<>();
        List<Island> islands = new ArrayList<>();
        for (Compartment each : compartments) {
            each.nets()
                    .forEach(net -> joining.computeIfAbsent(net, _ -> new ArrayList<>()).add(each));
            if (each.nets().isEmpty()) {
                islands.add(new Island(List.of(), List.of(each)));
            }
        }
        Set<Net> seen = new HashSet<>();
        for (Net net : nets) {
            if (seen.add(net)) {
                islands.add(around(net, joining, seen));
            }
        }
        return islands;
    }

    private static Island around(Net start, Map<Net, List<Compartment>> joining, Set<Net> seen) {
        List<Net> reached = new ArrayList<>(List.of(start));
        List<Compartment> found = new ArrayList<>();
        Set<Compartment> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < reached.size(); i++) {
            for (Compartment each : joining.getOrDefault(reached.get(i), List.of())) {
                if (known.add(each)) {
                    found.add(each);
                    each.nets().stream().filter(seen::add).forEach(reached::add);
                }
            }
        }
        return new Island(reached, found);
    }

    /// There are so many lines that they are left out.
    boolean crowded() {
        int lines = compartments.stream().mapToInt(each -> each.nets().size()).sum();
        return compartments.size() > MOST_COMPARTMENTS || lines > MOST_LINES;
    }
}
