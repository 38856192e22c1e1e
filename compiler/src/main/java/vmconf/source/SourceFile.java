package vmconf.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One file's text. Offsets are indexes of its characters as Java counts them (UTF-16).
///
/// Lines end with a line feed and are counted from 1. Columns are counted from 1 in Unicode
/// characters.
public final class SourceFile {
    /// Base of the characters that stand for bytes which are not UTF-8: byte 0x80 is U+DC80.
    private static final int ESCAPED_BYTE = 0xDC00;

    /// What Java puts in place of bytes that are not UTF-8. A file may hold it, too.
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final String text;
    // Several threads may ask at once; each finds the same.
    private volatile int[] lineStarts = {};
    private volatile @Nullable Characters characters;

    private SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// @param name the path as the user gave it; messages repeat it
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text);
    }

    /// Decodes UTF-8. A byte that is not part of valid UTF-8 becomes one unpaired surrogate, so
    /// that nothing is lost.
    public static SourceFile decode(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean valid = text.indexOf(REPLACEMENT) < 0;
        return new SourceFile(name, valid ? text : decodeBroken(bytes));
    }

    private static String decodeBroken(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (in.hasRemaining()) {
            var result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            decoder.reset();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                text.append((char) (ESCAPED_BYTE + (in.get() & 0xff)));
            }
        }
        return text.toString();
    }

    /// The bytes of the text as they stand in the file; undoes [#decode].
    public byte[] encode() {
        boolean broken = false;
        for (int i = 0; i < text.length() && !broken; i++) {
            broken = Character.isSurrogate(text.charAt(i)) && isEscapedByte(i);
        }
        return broken ? encodeBroken() : text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isEscapedByte(int at) {
        char c = text.charAt(at);
        boolean paired = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return !paired && c >= ESCAPED_BYTE + 0x80 && c <= ESCAPED_BYTE + 0xff;
    }

    private byte[] encodeBroken() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscapedByte(i)) {
                bytes.writeBytes(text.substring(written, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) - ESCAPED_BYTE);
                written = i + 1;
            }
        }
        bytes.writeBytes(text.substring(written).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// A text for readers that take nothing but valid Unicode: the bytes that are not UTF-8 as
    /// U+0080 to U+00FF.
    public static String readable(String text) {
        int at = 0;
        while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder fixed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> fixed.appendCodePoint(isSurrogate(c) ? c & 0xff : c));
        return fixed.toString();
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /// The path as the user gave it.
    public String name() {
        return name;
    }

    /// The whole text.
    public String text() {
        return text;
    }

    /// Line and column of an offset; the offset may be the text's length.
    public Position position(int offset) {
        int line = lineAt(offset);
        Characters counted = characters();
        int column = counted.before(offset) - counted.before(lineStart(line));
        return new Position(line, column + 1);
    }

    /// The line in which an offset lies, from 1. A line feed belongs to the line that it ends.
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The offset of a line's first character.
    ///
    /// @param line from 1
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /// The offset behind a line's last character, before its line feed.
    ///
    /// @param line from 1
    public int lineEnd(int line) {
        int[] starts = lineStarts();
        return line < starts.length ? starts[line] - 1 : text.length();
    }

    /// The offset of a position; one past the end of a line counts as its end.
    public int offset(Position position) {
        int[] starts = lineStarts();
        if (position.line() > starts.length) {
            return text.length();
        }
        int start = starts[position.line() - 1];
        int end = lineEnd(position.line());
        int columns = text.codePointCount(start, end);
        return text.offsetByCodePoints(start, Math.min(position.column() - 1, columns));
    }

    /// How many lines the text has; text after the last line feed counts as a line, even when it is
    /// empty.
    public int lineCount() {
        return lineStarts().length;
    }

    /// The text of a line without its line feed.
    ///
    /// @param line from 1
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    private Characters characters() {
        Characters counted = characters;
        if (counted == null) {
            counted = Characters.of(text);
            characters = counted;
        }
        return counted;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known.length == 0) {
            int[] starts = new int[16];
            int count = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = at + 1;
            }
            known = Arrays.copyOf(starts, count);
            lineStarts = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return name;
    }
}
