package vmconf.lsp.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Location;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.View;

/// The compiler's findings as the protocol's diagnostics, by the URI of the file they lie in.
public final class Findings {
    private final Diagnosis diagnosis;

    public Findings(Details details) {
        this.diagnosis = new Diagnosis(details);
    }

    /// The diagnostics of all files of a view. One that all roots of a file share is there once;
    /// one that only some of them have names those.
    public Map<String, List<Diagnostic>> of(View view) {
        Map<String, Merging> found = new LinkedHashMap<>();
        for (Analysis root : view.roots()) {
            root.files().forEach(file -> at(found, file.uri()));
            for (var finding : root.findings()) {
                root.location(finding.span())
                        .filter(place -> isWanted(view, root, place))
                        .ifPresent(
                                place ->
                                        at(found, place.getUri())
                                                .add(diagnosis.of(finding, root, place), root));
            }
            ProjectTrouble.of(root)
                    .ifPresent(trouble -> at(found, trouble.uri()).add(trouble.diagnostic(), root));
        }
        Map<String, List<Diagnostic>> lists = new LinkedHashMap<>();
        found.forEach((uri, each) -> lists.put(uri, each.named(readers(view, uri))));
        return lists;
    }

    private static int readers(View view, String uri) {
        return view.chosen(uri).isPresent() ? 1 : view.reading(uri).size();
    }

    /// What a file means in other roots than the chosen one is left out.
    private static boolean isWanted(View view, Analysis root, Location place) {
        return view.snapshot().chosen().isEmpty()
                || view.chosen(place.getUri()).map(chosen -> chosen == root).orElse(true);
    }

    private static Merging at(Map<String, Merging> found, String uri) {
        return found.computeIfAbsent(uri, _ -> new Merging());
    }
}
