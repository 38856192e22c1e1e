package vmconf.compiler.edit;

import java.util.List;
import vmconf.compiler.diagnostic.Fix;

/// One thing that is done.
///
/// @param edits at least one; the first one is where it is done
/// @param said what it is, in words: `memory 1G -> 2G`
record Made(List<Fix.Edit> edits, String said) {

    Made {
        edits = List.copyOf(edits);
    }
}
