package vmconf.compiler.rule;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.source.Span;

/// Moves a statement of the top level up, in front of another one of the same file. Comments right
/// above it go along, and so does an empty line above those.
final class Moved {
    private Moved() {}

    /// Nothing where it does not fill its lines, or refers to a macro, which may be defined in
    /// between.
    static Optional<Fix> above(String title, Directive statement, Directive other) {
        Span moved = statement.span();
        Span place = other.span();
        String text = moved.file().text();
        boolean written =
                moved.origin().equals(place.origin()) && moved.origin().expansion().isEmpty();
        Span lines = moved.withItsLines();
        boolean whole = startsLine(text, lines.start()) && endsLine(text, lines.end());
        int line = startOfLine(text, place.start());
        if (moved.file() != place.file()
                || !written
                || !whole
                || moved.text().indexOf('$') >= 0
                || !text.substring(line, place.start()).isBlank()
                || place.start() > moved.start()) {
            return Optional.empty();
        }
        int first = withComments(text, lines.start());
        boolean apart = first > 0 && isBlankLine(text, first - 1);
        String block = text.substring(first, lines.end());
        String end = (block.endsWith("\n") ? "" : "\n") + (apart ? "\n" : "");
        int target = withComments(text, line);
        // What a file begins with is about all of it.
        int at = target == 0 ? line : target;
        int from = apart ? startOfLine(text, first - 1) : first;
        return Optional.of(
                new Fix(
                        title,
                        false,
                        List.of(
                                new Fix.Edit(part(moved, at, at), block + end),
                                new Fix.Edit(part(moved, from, lines.end()), ""))));
    }

    private static Span part(Span span, int start, int end) {
        return new Span(span.file(), start, end, span.origin());
    }

    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static boolean endsLine(String text, int at) {
        return at == text.length() || text.charAt(at - 1) == '\n';
    }

    private static int startOfLine(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// @param end of the line, its newline
    private static boolean isBlankLine(String text, int end) {
        return text.substring(startOfLine(text, end), end).isBlank();
    }

    /// The start of the comments right above a line.
    private static int withComments(String text, int line) {
        int first = line;
        while (first > 0) {
            int above = startOfLine(text, first - 1);
            if (!text.substring(above, first).stripLeading().startsWith("#")) {
                break;
            }
            first = above;
        }
        return first;
    }
}
