package vmconf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A part of a plan with all of its values: a VM, a switch, or the settings outside of them.
///
/// @param name of the VM or switch; empty for the settings
/// @param pointer its place in the plan, a JSON Pointer (RFC 6901)
/// @param values in the order of the plan
public record PlanBlock(Kind kind, String name, String pointer, List<PlanValue> values) {

    public PlanBlock {
        values = List.copyOf(values);
    }

    /// What a block is about.
    public enum Kind {
        SETTINGS,
        SWITCH,
        VM,
        ;

        /// The word for people.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The blocks of a plan: its settings, its switches, its VMs.
    public static List<PlanBlock> of(Plan plan) {
        JsonNode root = PlanYaml.tree(plan.withoutProvenance());
        List<PlanBlock> blocks = new ArrayList<>();
        List<PlanValue> settings = new ArrayList<>();
        root.propertyStream()
                .filter(each -> !each.getKey().equals("vms") && !each.getKey().equals("switches"))
                .forEach(each -> collect("", each.getKey(), each.getValue(), settings));
        blocks.add(new PlanBlock(Kind.SETTINGS, "", "", settings));
        blocks(Kind.SWITCH, "/switches", root.get("switches"), blocks);
        blocks(Kind.VM, "/vms", root.get("vms"), blocks);
        return blocks;
    }

    private static void blocks(Kind kind, String list, JsonNode items, List<PlanBlock> blocks) {
        for (int i = 0; i < items.size(); i++) {
            String pointer = list + "/" + i;
            List<PlanValue> values = new ArrayList<>();
            items.get(i)
                    .propertyStream()
                    .forEach(each -> collect(pointer, each.getKey(), each.getValue(), values));
            blocks.add(new PlanBlock(kind, items.get(i).get("name").asString(), pointer, values));
        }
    }

    private static void collect(String block, String key, JsonNode node, List<PlanValue> values) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(
                            each ->
                                    collect(
                                            block,
                                            key + "/" + each.getKey(),
                                            each.getValue(),
                                            values));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                collect(block, key + "/" + i, node.get(i), values);
            }
        } else {
            values.add(new PlanValue(block + "/" + key, key, text(node)));
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray() && !node.isEmpty()) {
            return node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        }
        return node.isNull() || node.isArray() ? PlanValue.NONE : node.asString();
    }

    /// The value of a key, when the block has it.
    public Optional<PlanValue> value(String key) {
        return values.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
