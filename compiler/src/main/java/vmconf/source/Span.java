package vmconf.source;

/// A stretch of a file, as written. Text that a macro yielded has the span of the macro's use.
///
/// @param start offset of its first character
/// @param end offset behind its last character
/// @param origin how the text came to be read
public record Span(SourceFile file, int start, int end, Origin origin) {

    /// A span of a file that was given by the user and holds no macro there.
    public static Span of(SourceFile file, int start, int end) {
        return new Span(file, start, end, Origin.WRITTEN);
    }

    /// From the start of this span to the end of another one that is read later.
    ///
    /// Where the other one lies in another file, because an include ended in between, this span
    /// alone.
    public Span to(Span other) {
        if (other.file != file || other.end < start) {
            return this;
        }
        return new Span(file, start, Math.max(end, other.end), origin);
    }

    /// The two start at one place of a file, which may have been read twice.
    public boolean startsWith(Span other) {
        return start == other.start && file.name().equals(other.file.name());
    }

    /// The empty span at the end of this one.
    public Span after() {
        return new Span(file, end, end, origin);
    }

    /// What goes along when it is removed: the whole lines that it fills alone, or the blanks in
    /// front of it when it ends its line.
    public Span withItsLines() {
        String text = file.text();
        int first = start;
        while (first > 0 && isBlank(text.charAt(first - 1))) {
            first--;
        }
        int last = end;
        while (last < text.length() && isBlank(text.charAt(last))) {
            last++;
        }
        if (last < text.length() && text.charAt(last) != '\n') {
            return this;
        }
        boolean alone = first == 0 || text.charAt(first - 1) == '\n';
        return new Span(file, first, alone ? Math.min(last + 1, text.length()) : last, origin);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /// Line and column of its first character.
    public Position from() {
        return file.position(start);
    }

    /// Line and column behind its last character.
    public Position until() {
        return file.position(end);
    }

    /// The text as written.
    public String text() {
        return file.text().substring(start, end);
    }

    @Override
    public String toString() {
        return file.name() + ":" + from().line() + ":" + from().column();
    }
}
