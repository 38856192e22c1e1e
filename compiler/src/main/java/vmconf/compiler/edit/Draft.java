package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Fix;

/// A tree with some of an edit done.
///
/// @param said what was done and where, in sentences
record Draft(Tree tree, List<String> said) {

    Draft {
        said = List.copyOf(said);
    }

    static Draft of(Tree tree) {
        return new Draft(tree, List.of());
    }

    /// With more done, all of it about the tree as it is now.
    Draft with(List<Made> made) {
        if (made.isEmpty()) {
            return this;
        }
        List<Fix.Edit> edits = made.stream().flatMap(each -> each.edits().stream()).toList();
        Patch patch = new Patch(edits);
        List<String> more = new ArrayList<>(said);
        made.forEach(each -> more.add(patch.place(each.edits().getFirst()) + ": " + each.said()));
        return new Draft(tree.with(patch.texts()), more);
    }
}
