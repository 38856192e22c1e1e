package vmconf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

/// Every key that a plan may have, read from its schema; an item of a list has the number 0.
public final class PlanKeys {
    /// A key of a block.
    public record Key(PlanBlock.Kind kind, String text) {}

    private final JsonNode schema =
            new JsonMapper().readTree(Golden.root().resolve(PlanSchema.FILE).toFile());
    private final List<Key> keys = new ArrayList<>();

    private PlanKeys() {
        schema.get("properties")
                .propertyStream()
                .filter(each -> !Set.of("vms", "switches", "provenance").contains(each.getKey()))
                .forEach(each -> walk(PlanBlock.Kind.SETTINGS, each.getKey(), each.getValue()));
        walkType(PlanBlock.Kind.SWITCH, "", schema.at("/$defs/Switch"));
        walkType(PlanBlock.Kind.VM, "", schema.at("/$defs/Vm"));
    }

    public static List<Key> all() {
        return List.copyOf(new PlanKeys().keys);
    }

    private void add(PlanBlock.Kind kind, String key) {
        keys.add(new Key(kind, key));
    }

    private void walk(PlanBlock.Kind kind, String key, JsonNode type) {
        if (type.has("$ref")) {
            String name = type.get("$ref").asString().substring("#/$defs/".length());
            if (name.endsWith("-nullable")) {
                add(kind, key);
                name = name.substring(0, name.length() - "-nullable".length());
            }
            walkType(kind, key, schema.get("$defs").get(name));
        } else if (type.has("items") && type.get("items").has("$ref")) {
            boolean words = type.at("/items/$ref").asString().equals("#/$defs/InstanceFlag");
            if (words) {
                add(kind, key);
            } else {
                add(kind, key + "/0");
                walk(kind, key + "/0", type.get("items"));
            }
        } else {
            add(kind, key);
        }
    }

    private void walkType(PlanBlock.Kind kind, String key, JsonNode type) {
        if (!type.has("properties")) {
            add(kind, key);
            return;
        }
        type.get("properties")
                .propertyStream()
                .forEach(
                        each ->
                                walk(
                                        kind,
                                        key.isEmpty() ? each.getKey() : key + "/" + each.getKey(),
                                        each.getValue()));
    }
}
