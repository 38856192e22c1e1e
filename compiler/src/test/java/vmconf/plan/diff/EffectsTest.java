package vmconf.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.plan.PlanBlock.Kind;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

/// The table knows every key that a plan may have, and no other.
class EffectsTest {
    private final JsonNode schema = schema();
    private final Set<Effects.Row> used = new LinkedHashSet<>();

    private static JsonNode schema() {
        return new JsonMapper().readTree(Golden.root().resolve(PlanSchema.FILE).toFile());
    }

    @Test
    void everyKeyOfAPlanHasARowAndEveryRowAKey() {
        schema.get("properties")
                .propertyStream()
                .filter(each -> !Set.of("vms", "switches", "provenance").contains(each.getKey()))
                .forEach(each -> walk(Kind.SETTINGS, each.getKey(), each.getValue()));
        walkType(Kind.SWITCH, "", schema.at("/$defs/Switch"));
        walkType(Kind.VM, "", schema.at("/$defs/Vm"));
        assertThat(used).containsExactlyInAnyOrderElementsOf(Effects.TABLE);
    }

    private void walk(Kind kind, String key, JsonNode type) {
        if (type.has("$ref")) {
            String name = type.get("$ref").asString().substring("#/$defs/".length());
            if (name.endsWith("-nullable")) {
                used(kind, key);
                name = name.substring(0, name.length() - "-nullable".length());
            }
            walkType(kind, key, schema.get("$defs").get(name));
        } else if (type.has("items") && type.get("items").has("$ref")) {
            boolean words = type.at("/items/$ref").asString().equals("#/$defs/InstanceFlag");
            if (words) {
                used(kind, key);
            } else {
                used(kind, key + "/0");
                walk(kind, key + "/0", type.get("items"));
            }
        } else {
            used(kind, key);
        }
    }

    private void used(Kind kind, String key) {
        used.add(Effects.of(kind, key, false));
        used.add(Effects.of(kind, key, true));
    }

    private void walkType(Kind kind, String key, JsonNode type) {
        if (!type.has("properties")) {
            used(kind, key);
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

    @Test
    void theTableIsPublished() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # What a change does

                        `vmconf diff` and `vmctl reload` class every change by this table.

                        | class | means |
                        |---|---|
                        | `none` | nothing that runs depends on the value itself |
                        | `live` | it holds at once, and nothing stops |
                        | `next-start` | it holds when the machine or vmd starts the next time; until then nothing is amiss |
                        | `restart` | a machine that runs keeps the old value until it is stopped and started |
                        | `recreate` | another machine takes the place of the old one; what is installed in it may not fit |
                        | `add`, `remove` | the block came, or went |

                        `*` stands for the number of an item, `**` for everything below; the first row that fits counts.

                        | in | key | class | why |
                        |---|---|---|---|
                        """);
        for (Effects.Row row : Effects.TABLE) {
            page.append(
                    "| %s | `%s`%s | `%s` | %s |%n"
                            .formatted(
                                    row.kind().word(),
                                    row.key().replace('/', '.'),
                                    row.presence() ? " comes or goes" : "",
                                    row.effect().word(),
                                    row.reason()));
        }
        Golden.check("docs/diff.md", page.toString());
    }
}
