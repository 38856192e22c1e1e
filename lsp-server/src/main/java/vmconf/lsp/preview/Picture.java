package vmconf.lsp.preview;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vmconf.compiler.graph.Graph;
import vmconf.compiler.graph.GraphFormat;
import vmconf.lsp.workspace.Analysis;
import vmconf.plan.Plan;

/// The picture of a root.
///
/// @param root URI of the root
/// @param name of the root, for people
/// @param svg the picture, whose nodes say where they are written; empty where there is none
/// @param files the URIs of the files that nodes name
/// @param problem why there is no picture; empty where there is one
public record Picture(
        String root, String name, String svg, Map<String, String> files, String problem) {

    /// The picture of a root without errors.
    public static Picture of(Analysis analysis) {
        Optional<Graph> graph = analysis.plan().map(plan -> graph(plan, analysis));
        String problem =
                graph.map(each -> each.refusal(GraphFormat.SVG).orElse(""))
                        .orElse(analysis.name() + " has errors, so there is nothing to draw");
        String svg =
                graph.filter(_ -> problem.isEmpty())
                        .map(each -> each.text(GraphFormat.SVG))
                        .orElse("");
        return new Picture(analysis.root().uri(), analysis.name(), svg, files(analysis), problem);
    }

    private static Graph graph(Plan plan, Analysis analysis) {
        return Graph.of(plan, analysis.name());
    }

    private static Map<String, String> files(Analysis analysis) {
        Map<String, String> files = new TreeMap<>();
        analysis.sources().forEach((file, loaded) -> files.putIfAbsent(file.name(), loaded.uri()));
        return files;
    }
}
