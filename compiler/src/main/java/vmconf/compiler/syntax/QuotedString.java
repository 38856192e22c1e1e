package vmconf.compiler.syntax;

/// The content of a quoted string, character by character (`vmconf-language` 1.4).
final class QuotedString {
    /// Behind the closing quote.
    static final int CLOSED = -2;

    private static final int DROPPED = -3;

    private final CharReader reader;
    private final int quote;
    private int firstLineEnd = -1;
    private int firstBackslash = -1;

    /// @param quote the quote that opened it, which has been read
    QuotedString(CharReader reader, int quote) {
        this.reader = reader;
        this.quote = quote;
    }

    /// The next character, [#CLOSED], or [CharReader#EOF].
    int next() {
        while (true) {
            int c = reader.raw();
            if (c == quote) {
                return CLOSED;
            }
            if (c == '\\') {
                c = escaped();
            } else if (c == '\n') {
                firstLineEnd = firstLineEnd < 0 ? reader.start : firstLineEnd;
                reader.countLine();
                c = DROPPED;
            }
            if (c != DROPPED) {
                return c;
            }
        }
    }

    /// Before anything but a quote, a blank or a new line, a backslash stays, and what follows is
    /// read again.
    private int escaped() {
        int from = reader.start;
        int next = reader.raw();
        if (next == quote || next == ' ' || next == '\t') {
            return next;
        }
        if (next == '\n') {
            reader.countLine();
            return DROPPED;
        }
        reader.unread(next);
        reader.start = from;
        firstBackslash = firstBackslash < 0 ? from : firstBackslash;
        return '\\';
    }

    /// Where the first line ends that the string goes beyond; below 0 when it lies on one line.
    int firstLineEnd() {
        return firstLineEnd;
    }

    /// Where the first backslash stands that stays; below 0 when there is none.
    int firstBackslash() {
        return firstBackslash;
    }
}
