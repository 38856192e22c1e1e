package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A stretch of a file as written, without its comments.
///
/// @param all in the order of the text
record Pieces(SourceFile file, List<Written> all) {
    Pieces {
        all = List.copyOf(all);
    }

    /// @param span starts where a word does
    static Pieces of(Span span, Vocabulary vocabulary) {
        return of(span.file(), span.start(), span.end(), vocabulary);
    }

    static Pieces of(SourceFile file, int start, int end, Vocabulary vocabulary) {
        return new Pieces(
                file,
                Written.of(file, start, end, vocabulary).stream()
                        .filter(each -> each.kind() != Written.Kind.COMMENT)
                        .toList());
    }

    /// The offset behind the line in which an offset lies outside of quotes; a backslash at its end
    /// continues it, in a comment too.
    static int nextLine(SourceFile file, int offset, Vocabulary vocabulary) {
        String text = file.text();
        int next = Lines.next(text, offset);
        if (!text.substring(offset, next).stripTrailing().endsWith("\\")) {
            return next;
        }
        return of(file, offset, text.length(), vocabulary).all().stream()
                .filter(Written::isNewline)
                .findFirst()
                .map(Written::end)
                .orElse(text.length());
    }

    /// Without the ends of lines.
    List<Written> words() {
        return all.stream().filter(each -> !each.isNewline()).toList();
    }

    /// The first one at an offset or behind it.
    Optional<Written> after(int offset) {
        return all.stream().filter(each -> each.start() >= offset).findFirst();
    }

    /// The last one that ends at an offset or before it; the end of a line counts.
    Optional<Written> before(int offset) {
        return all.stream().filter(each -> each.end() <= offset).reduce((_, last) -> last);
    }

    /// The line goes on with nothing but a comment behind an offset.
    boolean endsLine(int offset) {
        return after(offset).map(Written::isNewline).orElse(true);
    }

    /// The piece as it stands in the file.
    String written(Written piece) {
        return file.text().substring(piece.start(), piece.end());
    }
}
