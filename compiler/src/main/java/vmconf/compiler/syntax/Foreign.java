package vmconf.compiler.syntax;

import java.util.Optional;

/// A character beyond ASCII outside quotes.
///
/// @param message what is wrong with it
/// @param twin the plain text that was meant; empty where it only has to go
record Foreign(String message, Optional<String> twin) {
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2032\u00B4";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String INVISIBLE = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    /// Fullwidth forms of ASCII lie this far behind it.
    private static final int FULLWIDTH = 0xFEE0;

    /// What stands for the first byte beyond ASCII in text that is not UTF-8.
    private static final int ESCAPED_BYTES = 0xDC80;

    /// The character of a token.
    static Foreign of(Token token) {
        int c = character(token);
        String shown = "\"" + Character.toString(c) + "\"";
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return new Foreign(shown + " is no quotation mark for vmd", Optional.of("\""));
        }
        if (SINGLE_QUOTES.indexOf(c) >= 0) {
            return new Foreign(shown + " is no quotation mark for vmd", Optional.of("'"));
        }
        if (DASHES.indexOf(c) >= 0) {
            return new Foreign(shown + " is no hyphen for vmd", Optional.of("-"));
        }
        if (c >= FULLWIDTH + '!' && c <= FULLWIDTH + '~') {
            String plain = Character.toString(c - FULLWIDTH);
            return new Foreign(shown + " is no \"" + plain + "\" for vmd", Optional.of(plain));
        }
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
            return new Foreign(number(c) + " is no blank for vmd", Optional.of(" "));
        }
        if (INVISIBLE.indexOf(c) >= 0) {
            return new Foreign("invisible character " + number(c), Optional.of(""));
        }
        return c >= ESCAPED_BYTES && c <= ESCAPED_BYTES + 0x7f
                ? new Foreign("byte 0x%02x is no UTF-8".formatted(c & 0xff), Optional.empty())
                : new Foreign(shown + " is allowed only in quotes", Optional.empty());
    }

    /// The scanner splits a character beyond 16 bits in two.
    private static int character(Token token) {
        char c = token.text().charAt(0);
        boolean written = token.span().origin().expansion().isEmpty();
        return written && Character.isHighSurrogate(c)
                ? token.span().file().text().codePointAt(token.span().start())
                : c;
    }

    private static String number(int c) {
        return "U+%04X".formatted(c);
    }

    /// The way out, if there is one.
    Optional<String> help() {
        return twin.map(
                text ->
                        switch (text) {
                            case "" -> "remove it";
                            case " " -> "write an ordinary blank";
                            default -> "write " + text;
                        });
    }
}
