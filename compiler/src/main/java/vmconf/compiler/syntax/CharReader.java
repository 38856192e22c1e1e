package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The characters of the open files, in the layers that `vmconf-language` 1.1 describes.
///
/// Characters can be put back without bound; that is how macros are expanded. Every character keeps
/// the place it was written at. After each read, [#start], [#end] and [#origin] tell the place of
/// the character read.
final class CharReader {
    /// The end of all input.
    static final int EOF = -1;

    /// Marks around the characters of a macro. They vanish wherever they appear, also in a file's
    /// own text.
    static final char START_EXPANSION = 1;

    static final char END_EXPANSION = 2;

    int start;
    int end;
    Origin origin = Origin.WRITTEN;

    private Frame frame;
    private boolean expanding;
    private final List<Span> continuations = new ArrayList<>();
    private final List<Span> markers = new ArrayList<>();

    CharReader(SourceFile top) {
        frame = new Frame(top, Origin.WRITTEN, null);
    }

    /// Reads from another file until its end, then goes on here.
    ///
    /// vmd puts a new line in front of an included file and counts its lines from 0, so that the
    /// first one is line 1.
    void enter(SourceFile file, Origin origin) {
        frame = new Frame(file, origin, frame);
        frame.line = 0;
        frame.push('\n', 0, 0, origin);
    }

    /// How many files are open.
    int depth() {
        return frame.depth;
    }

    /// Whether the characters read come from a macro, so that `$` has no meaning.
    boolean expanding() {
        return expanding;
    }

    SourceFile file() {
        return frame.file;
    }

    /// The origin of the current file's own text.
    Origin fileOrigin() {
        return frame.origin;
    }

    boolean inTopFile() {
        return frame.below == null;
    }

    /// Line of the current file as vmd counts it.
    int line() {
        return frame.line;
    }

    void countLine() {
        frame.line++;
    }

    /// Leaves an included file before its end has been read.
    void leaveFile() {
        Frame below = frame.below;
        if (below != null) {
            frame = below;
        }
    }

    /// The next character as it stands, or [#EOF] at the end of the current file.
    int raw() {
        while (true) {
            int c;
            if (frame.pushed > 0) {
                c = frame.pop(this);
            } else if (frame.next < frame.text.length()) {
                start = frame.next;
                c = frame.text.charAt(frame.next++);
                end = frame.next;
                origin = frame.origin;
            } else {
                start = frame.next;
                end = frame.next;
                origin = frame.origin;
                return EOF;
            }
            if (c != START_EXPANSION && c != END_EXPANSION) {
                return c;
            }
            expanding = c == START_EXPANSION;
            if (origin.expansion().isEmpty() && frame.text.charAt(start) == c) {
                markers.add(new Span(frame.file, start, end, origin));
            }
        }
    }

    /// Where lines that end in a backslash were joined outside quotes, in text that no macro
    /// yielded. The caller may take out those it has judged.
    List<Span> continuations() {
        return continuations;
    }

    /// Where a file's own text held one of the marks around macros.
    List<Span> markers() {
        return markers;
    }

    /// The next character outside quotes: lines joined, escapes removed, blanks reduced to one, and
    /// a new line made up at the end of each file.
    int unquoted() {
        int c = raw();
        int from = start;
        while (c == '\\') {
            int next = raw();
            if (next != '\n') {
                c = next;
                start = Math.min(from, start);
                break;
            }
            frame.line++;
            if (origin.expansion().isEmpty()) {
                continuations.add(new Span(frame.file, from, end, origin));
            }
            c = raw();
            from = start;
        }
        if (c == ' ' || c == '\t') {
            frame.skipBlanks();
            return ' ';
        }
        if (c != EOF) {
            return c;
        }
        if (!frame.endReached) {
            frame.endReached = true;
            return '\n';
        }
        while (c == EOF) {
            Frame below = frame.below;
            if (below == null) {
                return EOF;
            }
            frame = below;
            c = raw();
        }
        return c;
    }

    /// Reads the characters of a word as long as they stand in the file itself, in one go: up to a
    /// backslash, or to where a macro is expanded.
    ///
    /// @param most how many at most
    void takeWord(StringBuilder into, int most) {
        int to = frame.next;
        int limit = limit(most);
        while (to < limit && CharClass.continuesWord(frame.text.charAt(to)) && !isSpecial(to)) {
            to++;
        }
        take(into, to);
    }

    /// The same between quotes, for characters of one byte each.
    void takeQuoted(StringBuilder into, int quote, int most) {
        int to = frame.next;
        int limit = limit(most);
        while (to < limit
                && frame.text.charAt(to) != quote
                && frame.text.charAt(to) < 0x7f
                && !isSpecial(to)) {
            to++;
        }
        take(into, to);
    }

    /// Passes over the characters of a comment in the same way.
    void skipComment() {
        int to = frame.next;
        int limit = limit(Integer.MAX_VALUE);
        while (to < limit && (frame.text.charAt(to) == '\t' || !isSpecial(to))) {
            to++;
        }
        frame.next = to;
    }

    /// Where to stop looking in the file; none of it where characters were put back.
    private int limit(int most) {
        return frame.pushed > 0 ? 0 : (int) Math.min(frame.text.length(), (long) frame.next + most);
    }

    private boolean isSpecial(int at) {
        return frame.text.charAt(at) < ' ' || frame.text.charAt(at) == '\\';
    }

    private void take(StringBuilder into, int to) {
        if (to > frame.next) {
            into.append(frame.text, frame.next, to);
            frame.next = to;
            start = to - 1;
            end = to;
            origin = frame.origin;
        }
    }

    /// Puts back the character that was read last.
    void unread(int c) {
        unread(c, start, end, origin);
    }

    /// Puts back a character that was written at the given place.
    void unread(int c, int start, int end, Origin origin) {
        if (c != EOF) {
            frame.push(c, start, end, origin);
        }
    }

    private static final class Frame {
        final SourceFile file;
        final String text;
        final Origin origin;
        final @Nullable Frame below;
        final int depth;
        int next;
        int line = 1;
        boolean endReached;

        int pushed;
        private char[] chars = new char[16];
        private int[] starts = new int[16];
        private int[] ends = new int[16];
        private Origin[] origins = new Origin[16];

        Frame(SourceFile file, Origin origin, @Nullable Frame below) {
            this.file = file;
            this.text = file.text();
            this.origin = origin;
            this.below = below;
            this.depth = below == null ? 1 : below.depth + 1;
        }

        void push(int c, int start, int end, Origin origin) {
            if (pushed == chars.length) {
                chars = Arrays.copyOf(chars, pushed * 2);
                starts = Arrays.copyOf(starts, pushed * 2);
                ends = Arrays.copyOf(ends, pushed * 2);
                origins = Arrays.copyOf(origins, pushed * 2);
            }
            chars[pushed] = (char) c;
            starts[pushed] = start;
            ends[pushed] = end;
            origins[pushed] = origin;
            pushed++;
        }

        int pop(CharReader reader) {
            pushed--;
            reader.start = starts[pushed];
            reader.end = ends[pushed];
            reader.origin = origins[pushed];
            return chars[pushed];
        }

        /// Blanks are skipped in the file itself, never among characters put back.
        void skipBlanks() {
            while (next < text.length()
                    && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
                next++;
            }
        }
    }
}
