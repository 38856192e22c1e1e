package vmconf.compiler.edit;

import vmconf.source.Span;

/// Lines of a text around an offset.
final class Lines {
    private Lines() {}

    /// Where something stands, for people: `vm.conf:3`.
    static String of(Span span) {
        return span.file().name() + ":" + span.from().line();
    }

    /// The offset of the first character of the line.
    static int start(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// The offset behind the line and its line feed, or the end of the text.
    static int next(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /// Only blanks stand in front of an offset on its line.
    static boolean startsLine(String text, int offset) {
        return text.substring(start(text, offset), offset).isBlank();
    }

    /// The blanks that a line starts with.
    static String indent(String text, int offset) {
        int start = start(text, offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /// The line that starts at an offset holds nothing but blanks.
    static boolean isBlank(String text, int start) {
        return text.substring(start, next(text, start)).isBlank();
    }

    /// The line above one is there and holds nothing but blanks.
    ///
    /// @param lineStart offset of the first character of a line
    static boolean isBlankAbove(String text, int lineStart) {
        return lineStart > 0 && isBlank(text, start(text, lineStart - 1));
    }

    /// Where the last line of a text starts when it holds nothing but blanks; else its length. The
    /// text is empty or ends with a line feed.
    static int blankAtEnd(StringBuilder text) {
        int start = Math.max(0, text.length() - 1);
        while (start > 0 && " \t\r".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' ? start : text.length();
    }
}
