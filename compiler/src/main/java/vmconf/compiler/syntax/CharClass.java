package vmconf.compiler.syntax;

/// The character classes of the C locale that tokens are made of.
final class CharClass {
    private static final String NOT_IN_WORDS = "(){}!=#,";
    private static final boolean[] IN_WORDS = new boolean[0x80];

    static {
        for (char c = '!'; c < 0x7f; c++) {
            IN_WORDS[c] = NOT_IN_WORDS.indexOf(c) < 0;
        }
    }

    private CharClass() {}

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean alphanumeric(int c) {
        return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean startsWord(int c) {
        return alphanumeric(c) || c == ':' || c == '_' || c == '/';
    }

    static boolean continuesWord(int c) {
        return c >= 0 && c < IN_WORDS.length && IN_WORDS[c];
    }

    /// What may be the end of a word or number, and not of a quoted string.
    static boolean endsWord(int c) {
        return continuesWord(c) && c != '"' && c != '\'';
    }

    /// A control character that is neither a blank nor the end of a line.
    static boolean control(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    }

    static boolean continuesMacroName(int c) {
        return alphanumeric(c) || c == '_';
    }

    /// What may stand behind a number.
    static boolean endsNumber(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || "),/}=".indexOf(c) >= 0;
    }

    /// How many bytes of UTF-8 a character takes, as vmd counts lengths in bytes.
    static int bytes(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        boolean escapedByte = c >= 0xDC80 && c <= 0xDCFF;
        if (escapedByte) {
            return 1;
        }
        return Character.isSurrogate((char) c) ? 2 : 3;
    }
}
