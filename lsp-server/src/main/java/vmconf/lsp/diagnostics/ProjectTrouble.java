package vmconf.lsp.diagnostics;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;

/// A project file that cannot be used, so that its files are checked as if there were none.
///
/// @param uri of the project file
record ProjectTrouble(String uri, Diagnostic diagnostic) {
    private static final Pattern PLACE =
            Pattern.compile("(.*?\\.vmconf\\.yaml)(?::(\\d+):(\\d+))?: (.*)", Pattern.DOTALL);

    static Optional<ProjectTrouble> of(Analysis root) {
        return root.projectProblem()
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .map(ProjectTrouble::of);
    }

    private static ProjectTrouble of(Matcher found) {
        Position at = new Position(number(found.group(2)), number(found.group(3)));
        Diagnostic diagnostic = new Diagnostic();
        diagnostic.setRange(new Range(at, at));
        diagnostic.setSeverity(DiagnosticSeverity.Error);
        diagnostic.setSource(Diagnosis.SOURCE);
        diagnostic.setMessage(found.group(4));
        return new ProjectTrouble(FileUri.of(Path.of(found.group(1))), diagnostic);
    }

    private static int number(@Nullable String fromOne) {
        return fromOne == null ? 0 : Math.max(0, Integer.parseInt(fromOne) - 1);
    }
}
