package vmconf.compiler.why;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.Plan;
import vmconf.plan.PlanValue;
import vmconf.plan.PlanYaml;

/// Where values come from, as JSON for tools: an object with the block asked about and its
/// `values`, each with key, JSON Pointer, value and provenance as in a plan.
public final class WhyJson {
    private WhyJson() {}

    /// @param plan one that says where its values came from
    public static String of(Plan plan, Question.Answer.Found found) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("kind", found.block().kind().word());
        root.put("name", found.block().name());
        ArrayNode values = root.putArray("values");
        for (PlanValue value : found.values()) {
            ObjectNode each = values.addObject();
            each.put("key", value.key());
            each.put("pointer", value.pointer());
            each.put("value", value.text());
            plan.source(value.pointer())
                    .ifPresent(
                            source ->
                                    each.set(
                                            "provenance",
                                            mapper.readTree(PlanYaml.toJson(source))));
        }
        return mapper.writeValueAsString(root) + "\n";
    }
}
