package vmconf.compiler.syntax;

import java.util.Optional;
import vmconf.source.Span;

/// A place where the text does not have the form of the grammar, or a token that cannot be read.
///
/// @param message what is wrong, in lower case, the user's text in double quotes
/// @param help the way out
/// @param related another place that explains it, e.g. where a block was opened
public record SyntaxProblem(
        Kind kind, Span span, String message, Optional<String> help, Optional<Related> related) {

    /// Another place, with the role it plays.
    public record Related(Span span, String message) {}

    /// Sorts of problems; each has a rule of its own.
    public enum Kind {
        /// A token that cannot be read: too long, not ended, out of range.
        TOKEN,
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
        return new SyntaxProblem(kind, span, message, Optional.empty(), Optional.empty());
    }

    SyntaxProblem withHelp(String text) {
        return new SyntaxProblem(kind, span, message, Optional.of(text), related);
    }

    SyntaxProblem withHelp(Optional<String> text) {
        return text.map(this::withHelp).orElse(this);
    }

    SyntaxProblem withRelated(Span place, String role) {
        return new SyntaxProblem(kind, span, message, help, Optional.of(new Related(place, role)));
    }
}
