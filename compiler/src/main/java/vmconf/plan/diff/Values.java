package vmconf.plan.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;

/// The values of one block on one side, by key.
final class Values {
    private static final Set<String> LISTS = Set.of("disks", "interfaces");
    private static final Pattern ITEM = Pattern.compile("((?:disks|interfaces)/[0-9]+)/.*");

    private final Plan plan;
    private final PlanBlock block;
    private final Map<String, PlanValue> byKey = new LinkedHashMap<>();

    Values(Plan plan, PlanBlock block) {
        this.plan = plan;
        this.block = block;
        block.values().forEach(each -> byKey.put(each.key(), each));
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Optional<PlanValue> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// Under which key it is shown that a key is there and not on the other side: that of the item
    /// or of the object that came or went as a whole. Nothing for an empty list that is not empty
    /// there, as each item is shown.
    static Optional<String> shown(String key, Values here, Values there) {
        if (here.byKey.containsKey(key) && there.byKey.containsKey(key)) {
            return Optional.of(key);
        }
        Values with = here.byKey.containsKey(key) ? here : there;
        Values without = with == here ? there : here;
        if (LISTS.contains(key)) {
            return Optional.empty();
        }
        Matcher item = ITEM.matcher(key);
        boolean wholeItem = item.matches() && !without.has(item.group(1));
        return Optional.of(wholeItem ? item.group(1) : without.absent(key).orElse(key));
    }

    private boolean has(String item) {
        return byKey.keySet().stream().anyMatch(each -> each.startsWith(item + "/"));
    }

    /// The object around a key that is absent as a whole.
    private Optional<String> absent(String key) {
        for (int at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
            if (byKey.containsKey(key.substring(0, at))) {
                return Optional.of(key.substring(0, at));
            }
        }
        return Optional.empty();
    }

    /// The value of a key, or of all that is below it; nothing when there is neither.
    Optional<Change.Side> side(String key) {
        Optional<Provenance> source = plan.source(block.pointer() + "/" + key);
        PlanValue value = byKey.get(key);
        if (value != null) {
            return Optional.of(new Change.Side(value.shown(), source));
        }
        List<String> parts = new ArrayList<>();
        byKey.forEach(
                (each, below) -> {
                    if (isChild(each, key) && isTelling(below.text())) {
                        parts.add(each.substring(key.length() + 1) + " " + below.text());
                    }
                });
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Change.Side(parts.stream().collect(Collectors.joining(", ")), source));
    }

    private static boolean isChild(String key, String parent) {
        return key.startsWith(parent + "/") && key.indexOf('/', parent.length() + 1) < 0;
    }

    private static boolean isTelling(String text) {
        return !Set.of("", PlanValue.NONE, "true", "false").contains(text);
    }
}
