package vmconf.compiler.format;

import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.SourceFile;

/// What came of laying out a file.
public sealed interface Formatted {
    /// It can be laid out.
    ///
    /// @param before the file as it is
    /// @param edits what to change, in the order of the text; none when the layout is right
    record Done(SourceFile before, List<Fix.Edit> edits) implements Formatted {
        public Done {
            edits = List.copyOf(edits);
        }

        /// Whether the layout is not right yet.
        public boolean changes() {
            return !edits.isEmpty();
        }

        /// The file as it should be.
        public SourceFile after() {
            return changes() ? Fix.Edit.apply(before, edits) : before;
        }

        /// The edits of some lines alone. Each keeps what the file says, also without the others.
        ///
        /// @param first the first line, from 1
        /// @param last the last line
        public List<Fix.Edit> edits(int first, int last) {
            return edits.stream()
                    .filter(edit -> before.lineAt(edit.span().start()) >= first)
                    .filter(edit -> before.lineAt(lastCharacter(edit)) <= last)
                    .toList();
        }

        private static int lastCharacter(Fix.Edit edit) {
            return Math.max(edit.span().start(), edit.span().end() - 1);
        }
    }

    /// It has not the form of the grammar.
    ///
    /// @param problems what is wrong, at least one
    record Refused(List<Diagnostic> problems) implements Formatted {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Laid out, it might not be read as it is now; it must be left alone.
    record Doubtful() implements Formatted {}
}
