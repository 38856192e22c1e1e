package vmconf.compiler.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.Provenance;

/// What an export has made of each value, as JSON for tools, a contract:
/// `docs/export.schema.json`.
public final class ExportReport {
    private ExportReport() {}

    /// @param file what to call the plan's file
    /// @param written the files; none where nothing was written
    public static String of(Export export, String file, List<Artifact> written) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("target", export.exporter().name());
        root.put("file", file);
        ArrayNode files = root.putArray("files");
        written.forEach(each -> files.add(each.name()));
        counts(root.putObject("counts"), export.outcomes());
        ArrayNode values = root.putArray("values");
        export.outcomes().forEach(each -> value(values.addObject(), each));
        return mapper.writeValueAsString(root) + "\n";
    }

    private static void counts(ObjectNode counts, List<Outcome> outcomes) {
        Map<Fate, Integer> found = new TreeMap<>();
        outcomes.forEach(each -> found.merge(each.fate(), 1, Integer::sum));
        for (Fate each : Fate.values()) {
            counts.put(each.word(), found.getOrDefault(each, 0));
        }
    }

    private static void value(ObjectNode node, Outcome outcome) {
        node.put("pointer", outcome.value().pointer());
        node.put("kind", outcome.block().kind().word());
        node.put("name", outcome.block().name());
        node.put("key", outcome.value().key());
        node.put("value", outcome.value().text());
        node.put("fate", outcome.fate().word());
        node.put("to", outcome.to());
        node.put("reason", outcome.reason());
        node.put("asked", outcome.counts());
        outcome.at().ifPresent(at -> place(node.putObject("at"), at));
    }

    private static void place(ObjectNode node, Provenance.Place at) {
        node.put("file", at.file());
        node.put("line", at.line());
        node.put("column", at.column());
    }
}
