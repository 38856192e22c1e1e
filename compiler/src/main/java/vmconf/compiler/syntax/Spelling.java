package vmconf.compiler.syntax;

import java.util.Optional;

/// How a text is written as one word.
public final class Spelling {
    private Spelling() {}

    /// The text in double quotes; nothing where quotes cannot hold it.
    public static Optional<String> quoted(String text) {
        boolean plain = text.length() <= Scanner.MAX_STRING / 3;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            // A backslash stands for itself only in front of most characters.
            plain = c != '\\' && c >= ' ';
        }
        return plain ? Optional.of('"' + text.replace("\"", "\\\"") + '"') : Optional.empty();
    }

    /// The text in quotes of a kind; nothing where they cannot hold it (`vmconf-language` 1.4). A
    /// backslash stands for itself except in front of the quote, a blank, and the end.
    public static Optional<String> quoted(String text, char quote) {
        StringBuilder written = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : quote;
            boolean lost = c == '\\' && (next == quote || next == ' ' || next == '\t');
            if (lost || (c < ' ' && c != '\t') || c == 0x7f) {
                return Optional.empty();
            }
            written.append(c == quote ? "\\" : "").append(c);
        }
        return Optional.of(written.append(quote).toString());
    }

    /// The text as it stands, when it is a word without quotes.
    public static boolean isBareWord(String text) {
        if (text.isEmpty() || !CharClass.startsWord(text.charAt(0)) || isNumber(text)) {
            return false;
        }
        return continuesBareWord(text)
                && text.indexOf('\\') < 0
                && Vocabulary.NATIVE.keyword(text).isEmpty();
    }

    /// Whether every character may stand in a word without quotes, behind its first one.
    public static boolean continuesBareWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!CharClass.continuesWord(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a macro of that name can be referred to.
    public static boolean isMacroName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!CharClass.continuesMacroName(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /// The text written as another word is: bare where that one is bare and this one may be.
    public static Optional<String> like(Word word, String text) {
        String written = word.span().text();
        boolean quotes = written.startsWith("\"") || written.startsWith("'");
        return !quotes && isBareWord(text) ? Optional.of(text) : quoted(text);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!CharClass.digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
