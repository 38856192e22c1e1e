package vmconf.lsp.edits;

import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import vmconf.compiler.fix.Fixer;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.LoadedFile;

/// All safe fixes of a document at once, until there is none left.
final class FixAll {
    private FixAll() {}

    /// Nothing where nothing is to be fixed.
    static Optional<CodeAction> action(Place place, String kind) {
        Analysis root = place.question().analysis();
        Fixer.Fixed fixed = Fixer.fix(root.config().file(), root.again(), root.options(), false);
        FileEdits edits = new FileEdits();
        for (Fixer.Change change : fixed.changes()) {
            LoadedFile file = root.sources().get(change.before());
            if (file != null && file.uri().equals(place.question().uri())) {
                edits.add(root, change);
            }
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(place.action("fix all that can be fixed safely", kind, edits));
    }
}
