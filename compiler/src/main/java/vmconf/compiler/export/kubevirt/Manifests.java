package vmconf.compiler.export.kubevirt;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vmconf.compiler.export.Places;
import vmconf.plan.Plan;

/// All manifests, one document after the other: networks, then machines. Every string is in quotes,
/// as some MAC addresses are numbers in YAML 1.1.
final class Manifests {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private Manifests() {}

    static String of(Plan plan, Claims claims, boolean staggered) {
        StringBuilder text = new StringBuilder();
        Attachments attachments = new Attachments(plan);
        for (Attachments.Network each : attachments.all()) {
            String place = Places.comment(plan, "/switches/" + each.index());
            append(text, "a switch" + place, each.manifest());
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            String place = Places.comment(plan, "/vms/" + i);
            append(
                    text,
                    "a machine" + place,
                    new Machine(plan.vms().get(i), attachments, claims, staggered).manifest());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String comment, JsonNode manifest) {
        text.append("# ").append(comment).append('\n').append(yaml(manifest));
    }

    /// One document.
    static String yaml(JsonNode manifest) {
        return YAML.writeValueAsString(manifest);
    }
}
