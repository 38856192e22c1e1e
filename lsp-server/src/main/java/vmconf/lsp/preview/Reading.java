package vmconf.lsp.preview;

import java.util.Optional;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.View;

/// From where a file is read.
///
/// @param root URI of the root in use
/// @param name of that root, for people
/// @param target what it is checked for
/// @param roots how many roots read the file
public record Reading(String root, String name, String target, int roots) {

    /// Nothing about a file that is not open.
    public static Optional<Reading> of(View view, String uri) {
        int roots = view.reading(uri).size();
        return view.about(uri).map(each -> of(each, roots));
    }

    private static Reading of(Analysis root, int roots) {
        return new Reading(root.root().uri(), root.name(), root.options().target().word(), roots);
    }
}
