package vmconf.lsp.preview;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import vmconf.lsp.workspace.View;

/// How many findings there are in a workspace.
///
/// @param files how many files were read
/// @param roots how many of them are read by themselves
public record Tally(int files, int roots, int errors, int warnings, int notes) {

    /// @param found the findings of a view, by file
    public static Tally of(View view, Map<String, List<Diagnostic>> found) {
        Set<String> files = new HashSet<>();
        view.roots().forEach(root -> root.files().forEach(file -> files.add(file.uri())));
        int errors = count(found, DiagnosticSeverity.Error);
        int warnings = count(found, DiagnosticSeverity.Warning);
        int all = found.values().stream().mapToInt(List::size).sum();
        return new Tally(
                files.size(), view.roots().size(), errors, warnings, all - errors - warnings);
    }

    private static int count(Map<String, List<Diagnostic>> found, DiagnosticSeverity severity) {
        return (int)
                found.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.getSeverity() == severity)
                        .count();
    }
}
