package vmconf.compiler.rule;

import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.Span;

/// Takes an option out of a block, with the blanks that set it off.
final class Removal {
    private Removal() {}

    static Optional<Fix> of(String title, boolean safe, Span option) {
        String text = option.file().text();
        int start = beforeBlanks(text, option.start());
        int end = afterBlanks(text, option.end());
        boolean first = start == 0 || text.charAt(start - 1) == '\n';
        boolean last = end == text.length() || text.charAt(end) == '\n';
        if (first && last) {
            return Fix.removeLines(title, safe, option);
        }
        boolean closes = last || text.charAt(end) == '}' || text.charAt(end) == '#';
        Span taken =
                closes && !first
                        ? part(option, start, option.end())
                        : part(option, option.start(), end);
        return Fix.replace(title, safe, taken, "");
    }

    /// The span with the blanks in front of it.
    static Span withBlanksBefore(Span span) {
        return part(span, beforeBlanks(span.file().text(), span.start()), span.end());
    }

    private static Span part(Span span, int start, int end) {
        return new Span(span.file(), start, end, span.origin());
    }

    private static int beforeBlanks(String text, int at) {
        int start = at;
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static int afterBlanks(String text, int at) {
        int end = at;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
