package vmconf.plan.diff;

import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.PlanYaml;
import vmconf.plan.Provenance;

/// Changes as JSON for tools, `docs/diff.schema.json`: one entry per change, and how many blocks
/// have an effect as their strongest.
public final class DiffJson {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final ObjectNode root = mapper.createObjectNode();
    private final ArrayNode changes = root.putArray("changes");

    private DiffJson() {}

    /// The document, ending in a new line.
    public static String of(PlanDiff diff) {
        DiffJson json = new DiffJson();
        diff.blocks().forEach(json::add);
        ObjectNode summary = json.root.putObject("summary");
        for (Effect effect : Effect.values()) {
            summary.put(effect.word(), diff.count(effect));
        }
        return json.mapper.writeValueAsString(json.root) + "\n";
    }

    private void add(BlockChange block) {
        if (block.changes().isEmpty()) {
            ObjectNode entry = entry(block, block.effect());
            block.before().ifPresent(each -> source(entry.putObject("before"), each));
            block.after().ifPresent(each -> source(entry.putObject("after"), each));
        }
        for (Change change : block.changes()) {
            ObjectNode entry = entry(block, change.effect());
            entry.put("key", change.key());
            side(entry, "before", change.before());
            side(entry, "after", change.after());
        }
    }

    private ObjectNode entry(BlockChange block, Effect effect) {
        ObjectNode entry = changes.addObject();
        entry.put("class", effect.word());
        entry.put("kind", block.kind().word());
        entry.put("name", block.name());
        block.formerName().ifPresent(name -> entry.put("former-name", name));
        return entry;
    }

    private void side(ObjectNode entry, String name, Optional<Change.Side> side) {
        if (side.isPresent()) {
            ObjectNode value = entry.putObject(name);
            value.put("value", side.get().text());
            side.get().source().ifPresent(each -> source(value, each));
        }
    }

    private void source(ObjectNode value, Provenance source) {
        value.set("provenance", mapper.readTree(PlanYaml.toJson(source)));
    }
}
