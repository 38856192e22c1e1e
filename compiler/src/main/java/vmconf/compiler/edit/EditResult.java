package vmconf.compiler.edit;

import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.fix.Fixer;

/// What came of an edit.
public sealed interface EditResult {
    /// The edited text brings no error that was not there before.
    ///
    /// @param changes the files that change; none where all is so already
    /// @param said what was done and where, one sentence for each edit
    /// @param warnings what the edited text brings that was not there before, no errors
    record Edited(List<Fixer.Change> changes, List<String> said, List<Diagnostic> warnings)
            implements EditResult {

        public Edited {
            changes = List.copyOf(changes);
            said = List.copyOf(said);
            warnings = List.copyOf(warnings);
        }
    }

    /// The edited text would have errors that were not there before.
    ///
    /// @param errors at least one; their places are those of the edited text
    record Faulty(List<Diagnostic> errors) implements EditResult {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }

    /// The edit cannot be made as asked.
    record Refused(Refusal why) implements EditResult {}
}
