package vmconf.lsp.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.workspace.Analysis;

/// The diagnostics of one file, in which those that several roots share become one.
final class Merging {
    /// What makes two diagnostics one; how their file came to be read does not.
    private record Key(Range range, String code, String message) {}

    private record Shared(Diagnostic diagnostic, Set<Analysis> roots) {}

    private final Map<Key, Shared> found = new LinkedHashMap<>();

    void add(Diagnostic diagnostic, Analysis root) {
        Key key =
                new Key(
                        diagnostic.getRange(),
                        String.valueOf(diagnostic.getCode()),
                        diagnostic.getMessage().getLeft());
        Shared known = found.putIfAbsent(key, new Shared(diagnostic, new LinkedHashSet<>()));
        if (known != null) {
            addPlaces(known.diagnostic, diagnostic);
        }
        found.getOrDefault(key, new Shared(diagnostic, Set.of())).roots.add(root);
    }

    private static void addPlaces(Diagnostic to, Diagnostic from) {
        if (from.getRelatedInformation() == null) {
            return;
        }
        Set<DiagnosticRelatedInformation> all = new LinkedHashSet<>();
        if (to.getRelatedInformation() != null) {
            all.addAll(to.getRelatedInformation());
        }
        all.addAll(from.getRelatedInformation());
        to.setRelatedInformation(List.copyOf(all));
    }

    /// All of them; one that not all roots have names those that do.
    ///
    /// @param readers how many roots read the file
    List<Diagnostic> named(int readers) {
        List<Diagnostic> all = new ArrayList<>();
        for (Shared each : found.values()) {
            if (each.roots.size() < readers) {
                each.diagnostic.setMessage(
                        each.diagnostic.getMessage().getLeft() + inRoots(each.roots));
            }
            all.add(each.diagnostic);
        }
        return List.copyOf(all);
    }

    private static String inRoots(Set<Analysis> roots) {
        List<String> names =
                roots.stream().map(root -> "\"" + root.name() + "\"").distinct().toList();
        return "\nonly when read from " + String.join(", ", names);
    }
}
