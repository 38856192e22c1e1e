package vmconf.compiler.summary;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.source.SourceFile;

/// Summaries as JSON for tools, a contract: `docs/summary.schema.json`.
public final class SummaryJson {
    private SummaryJson() {}

    /// One document for all files.
    public static String of(List<Summary> summaries) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode files = root.putArray("files");
        Tally all = Tally.NONE;
        Tally enabled = Tally.NONE;
        for (Summary each : summaries) {
            file(files.addObject(), each);
            all = all.plus(each.all());
            enabled = enabled.plus(each.enabled());
        }
        ObjectNode total = root.putObject("total");
        total.put("files", summaries.size());
        tally(total.putObject("all"), all);
        tally(total.putObject("enabled"), enabled);
        return mapper.writeValueAsString(root) + "\n";
    }

    private static void file(ObjectNode file, Summary summary) {
        file.put("file", SourceFile.readable(summary.name()));
        file.put("target", summary.target());
        tally(file.putObject("all"), summary.all());
        tally(file.putObject("enabled"), summary.enabled());
        ArrayNode switches = file.putArray("switches");
        for (Summary.Joined each : summary.switches()) {
            ObjectNode node = switches.addObject();
            node.put("name", SourceFile.readable(each.plan().name()));
            node.put("interface", each.plan().bridge());
            node.put("enabled", each.plan().enabled());
            members(node, each.members());
        }
        ObjectNode local = file.putObject("local");
        local.put("prefix", summary.localNetwork().prefix());
        members(local, summary.local());
        members(file.putObject("unconnected"), summary.unconnected());
    }

    private static void tally(ObjectNode node, Tally tally) {
        node.put("vms", tally.vms());
        node.put("instances", tally.instances());
        node.put("memory", tally.memory());
        node.put("cpus", tally.cpus());
        node.put("disks", tally.disks());
        node.put("interfaces", tally.interfaces());
    }

    private static void members(ObjectNode node, Members members) {
        node.put("vms", members.vms());
        node.put("enabled-vms", members.enabled());
        node.put("interfaces", members.interfaces());
    }
}
