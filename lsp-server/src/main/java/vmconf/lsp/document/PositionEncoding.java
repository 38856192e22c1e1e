package vmconf.lsp.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.PositionEncodingKind;

/// What the client counts within a line. Offsets into Java strings are UTF-16 always.
public enum PositionEncoding {
    UTF8(PositionEncodingKind.UTF8),
    UTF16(PositionEncodingKind.UTF16),
    UTF32(PositionEncodingKind.UTF32);

    private final String word;

    PositionEncoding(String word) {
        this.word = word;
    }

    /// Its name in the protocol.
    public String word() {
        return word;
    }

    /// The first one offered that we know; UTF-16, which every client knows, when none is offered.
    public static PositionEncoding negotiate(List<String> offered) {
        return offered.stream().flatMap(word -> named(word).stream()).findFirst().orElse(UTF16);
    }

    private static Optional<PositionEncoding> named(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// How many units a stretch of text takes.
    int units(String text, int start, int end) {
        return switch (this) {
            case UTF16 -> end - start;
            case UTF32 -> text.codePointCount(start, end);
            case UTF8 -> text.substring(start, end).codePoints().map(PositionEncoding::bytes).sum();
        };
    }

    /// The offset so many units behind a start, at most an end. Within a character, its start.
    int offset(String text, int start, int end, int units) {
        int at = start;
        int left = units;
        while (at < end && left > 0) {
            int next = at + Character.charCount(text.codePointAt(at));
            left -= units(text, at, next);
            if (left < 0) {
                return at;
            }
            at = next;
        }
        return Math.min(at, end);
    }

    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
