package vmconf.compiler.diagnostic;

import java.util.List;
import java.util.Optional;
import vmconf.source.Span;

/// An edit that removes a finding.
///
/// @param title what it does, as an imperative: `replace "memry" by "memory"`
/// @param safe it keeps what the file was meant to say; an unsafe one is a guess that somebody must
///     look at
/// @param edits at least one, none overlapping another
public record Fix(String title, boolean safe, List<Edit> edits) {

    /// Puts a text in place of a stretch of a file.
    public record Edit(Span span, String text) {}

    public Fix {
        edits = List.copyOf(edits);
    }

    /// Puts a text in place of a span.
    ///
    /// @return nothing where the span is no text of a file, because a macro yielded it
    public static Optional<Fix> replace(String title, boolean safe, Span span, String text) {
        return span.origin().expansion().isPresent()
                ? Optional.empty()
                : Optional.of(new Fix(title, safe, List.of(new Edit(span, text))));
    }

    /// Removes the lines of a span, whole, when nothing else stands on them; else the span alone,
    /// with the blanks in front of it when it ends its line.
    ///
    /// @return nothing where the span is no text of a file, because a macro yielded it
    public static Optional<Fix> removeLines(String title, boolean safe, Span span) {
        return replace(title, safe, span.withItsLines(), "");
    }
}
