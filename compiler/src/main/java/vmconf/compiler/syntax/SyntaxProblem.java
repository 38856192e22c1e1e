package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import vmconf.source.Span;

/// A place where the text does not have the form of the grammar, or a token that cannot be read.
///
/// @param message what is wrong, in lower case, the user's text in double quotes
/// @param help the way out
/// @param related another place that explains it, e.g. where a block was opened
/// @param repair edits that remove it
public record SyntaxProblem(
        Kind kind,
        Span span,
        String message,
        Optional<String> help,
        Optional<Related> related,
        Optional<Repair> repair) {

    /// Another place, with the role it plays.
    public record Related(Span span, String message) {}

    /// Puts a text in place of a stretch of a file.
    public record Edit(Span span, String text) {}

    /// Edits that belong together.
    ///
    /// @param title what they do, as an imperative
    /// @param safe they keep what the file was meant to say
    /// @param edits at least one, all of text that stands in a file
    public record Repair(String title, boolean safe, List<Edit> edits) {

        public Repair {
            edits = List.copyOf(edits);
        }

        /// A single edit.
        ///
        /// @return nothing where a macro yielded the text
        static Optional<Repair> replace(String title, boolean safe, Span span, String text) {
            return span.origin().expansion().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Repair(title, safe, List.of(new Edit(span, text))));
        }
    }

    /// Sorts of problems; each has a rule of its own.
    public enum Kind {
        /// A token that cannot be read: too long, not ended, out of range.
        TOKEN,
        /// A carriage return, which is no blank.
        CARRIAGE_RETURN,
        /// A byte order mark at the start of a file.
        BYTE_ORDER_MARK,
        /// A character beyond ASCII outside quotes.
        FOREIGN_CHARACTER,
        /// A NUL byte.
        NUL_BYTE,
        /// `$name` without a definition.
        UNDEFINED_MACRO,
        /// A word that no grammar rule expects there.
        UNEXPECTED,
        /// A word where a directive must stand.
        UNKNOWN_DIRECTIVE,
        /// A directive of another place or of another target.
        MISPLACED_DIRECTIVE,
        /// A block without `}`.
        UNCLOSED_BLOCK,
        /// A block without directives.
        EMPTY_BLOCK,
        /// Directives that do not stand on lines of their own.
        SEPARATOR
    }

    static SyntaxProblem of(Kind kind, Span span, String message) {
        return new SyntaxProblem(
                kind, span, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    SyntaxProblem withHelp(String text) {
        return new SyntaxProblem(kind, span, message, Optional.of(text), related, repair);
    }

    SyntaxProblem withHelp(Optional<String> text) {
        return text.map(this::withHelp).orElse(this);
    }

    SyntaxProblem withRelated(Span place, String role) {
        return new SyntaxProblem(
                kind, span, message, help, Optional.of(new Related(place, role)), repair);
    }

    SyntaxProblem withRepair(Repair edits) {
        return new SyntaxProblem(kind, span, message, help, related, Optional.of(edits));
    }

    SyntaxProblem withRepair(Optional<Repair> edits) {
        return edits.map(this::withRepair).orElse(this);
    }
}
