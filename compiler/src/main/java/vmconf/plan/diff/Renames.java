package vmconf.plan.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;

/// Finds blocks that only have another name: one that went and one that came are the same when they
/// have the same disks, or, without disks, the same in all but what follows from name and place.
final class Renames {
    /// What follows from the name, or from the place in the file.
    private static final Pattern FOLLOWS =
            Pattern.compile("name|id|start.*|interfaces/[0-9]+/(lladdr|local/.*)");

    private Renames() {}

    /// New names by old ones.
    static Map<String, String> between(List<PlanBlock> before, List<PlanBlock> after) {
        List<PlanBlock> gone = missing(before, after);
        Map<List<String>, Deque<PlanBlock>> came = new HashMap<>();
        for (PlanBlock block : missing(after, before)) {
            came.computeIfAbsent(likeness(block), _ -> new ArrayDeque<>()).add(block);
        }
        Map<String, String> renames = new HashMap<>();
        for (PlanBlock block : gone) {
            Deque<PlanBlock> alike = came.getOrDefault(likeness(block), new ArrayDeque<>());
            if (!alike.isEmpty()) {
                renames.put(block.name(), alike.remove().name());
            }
        }
        return renames;
    }

    private static List<PlanBlock> missing(List<PlanBlock> here, List<PlanBlock> there) {
        Set<String> names = new HashSet<>();
        there.forEach(each -> names.add(each.name()));
        return here.stream().filter(each -> !names.contains(each.name())).toList();
    }

    private static List<String> likeness(PlanBlock block) {
        List<String> disks = new ArrayList<>();
        List<String> rest = new ArrayList<>(List.of(block.kind().word()));
        for (PlanValue value : block.values()) {
            if (value.key().matches("disks/[0-9]+/path|interface")) {
                disks.add(value.text());
            }
            if (!FOLLOWS.matcher(value.key()).matches()) {
                rest.add(value.key() + "=" + value.text());
            }
        }
        return disks.isEmpty() ? rest : disks;
    }
}
