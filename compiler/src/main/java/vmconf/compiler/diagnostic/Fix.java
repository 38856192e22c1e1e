package vmconf.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// An edit that removes a finding.
///
/// @param title what it does, as an imperative: `replace "memry" by "memory"`
/// @param safe it keeps what the file was meant to say; an unsafe one is a guess that somebody must
///     look at
/// @param edits at least one, none overlapping another
public record Fix(String title, boolean safe, List<Edit> edits) {

    /// Puts a text in place of a stretch of a file.
    public record Edit(Span span, String text) {
        private static final Comparator<Edit> BY_PLACE =
                Comparator.<Edit>comparingInt(edit -> edit.span().start())
                        .thenComparingInt(edit -> edit.span().end());

        /// The same edits by the names of their files, in the order in which they are named.
        public static Map<String, List<Edit>> byFile(List<Edit> edits) {
            Map<String, List<Edit>> byFile = new LinkedHashMap<>();
            for (Edit edit : edits) {
                byFile.computeIfAbsent(edit.span().file().name(), _ -> new ArrayList<>()).add(edit);
            }
            return byFile;
        }

        /// The files that edits are of, with the edits made, by their names.
        ///
        /// @param edits none overlapping another, in any order
        public static Map<String, SourceFile> apply(List<Edit> edits) {
            Map<String, SourceFile> texts = new LinkedHashMap<>();
            byFile(edits)
                    .forEach(
                            (name, each) ->
                                    texts.put(name, apply(each.getFirst().span().file(), each)));
            return texts;
        }

        /// A file with edits made.
        ///
        /// @param edits all of this file, none overlapping another, in any order
        public static SourceFile apply(SourceFile file, List<Edit> edits) {
            String text = file.text();
            StringBuilder changed = new StringBuilder(text.length() + edits.size());
            int copied = 0;
            for (Edit edit : edits.stream().sorted(BY_PLACE).toList()) {
                changed.append(text, copied, edit.span().start()).append(edit.text());
                copied = edit.span().end();
            }
            return SourceFile.of(
                    file.name(), changed.append(text, copied, text.length()).toString());
        }
    }

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
