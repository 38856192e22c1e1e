package vmconf.compiler.report;

/// How characters are drawn in a terminal: what stands for those that would disturb it, and how
/// many columns each takes.
final class Glyphs {
    /// Columns of a tab, wherever it stands.
    static final int TAB = 4;

    private static final int REPLACEMENT = 0xFFFD;

    /// Pictures of the control characters U+0000 to U+001F start here; that of delete follows.
    private static final int CONTROL_PICTURES = 0x2400;

    /// First and last of each stretch drawn two columns wide: Unicode's East Asian Width, wide and
    /// fullwidth, without emoji.
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00,
        0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6B,
        0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB, 0x1F200, 0x1F265, 0x20000, 0x3FFFD
    };

    private Glyphs() {}

    /// Appends a character of a source line.
    ///
    /// @return its columns
    static int append(StringBuilder out, int c) {
        if (c == '\t') {
            out.repeat(' ', TAB);
        } else {
            out.appendCodePoint(drawn(c));
        }
        return columns(c);
    }

    /// The columns of a character of a source line: those of a tab, or 0, 1 or 2.
    static int columns(int c) {
        if (c >= ' ' && c < 0x7F) {
            return 1;
        }
        return c == '\t' ? TAB : columnsDrawn(drawn(c));
    }

    /// A text without characters that would disturb a terminal; a tab counts as one, too.
    static String printable(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7F) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length()).append(text, 0, plain);
        text.codePoints().skip(plain).forEach(c -> printable.appendCodePoint(drawn(c)));
        return printable.toString();
    }

    private static int drawn(int c) {
        if (c >= ' ' && c < 0x7F) {
            return c;
        }
        if (c < ' ') {
            return CONTROL_PICTURES + c;
        }
        if (c == 0x7F) {
            return CONTROL_PICTURES + 0x21;
        }
        int type = Character.getType(c);
        boolean hidden =
                type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || (c & 0xFFFE) == 0xFFFE;
        return hidden ? REPLACEMENT : c;
    }

    private static int columnsDrawn(int c) {
        int type = Character.getType(c);
        boolean onTheOneBefore =
                type == Character.NON_SPACING_MARK
                        || type == Character.ENCLOSING_MARK
                        || (c >= 0x1160 && c <= 0x11FF);
        return onTheOneBefore ? 0 : isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c <= WIDE[i + 1]) {
                if (c >= WIDE[i]) {
                    return true;
                }
                break;
            }
        }
        boolean half = c >= 0x1F1E6 && c <= 0x1F1FF;
        return !half && Character.isEmojiPresentation(c);
    }
}
