package vmconf.lsp.completion;

import java.util.Optional;
import vmconf.compiler.syntax.Expectation.Prefix;
import vmconf.compiler.syntax.Expectation.Style;
import vmconf.compiler.syntax.Vocabulary;

/// The word that a completion replaces: what is before the caret and what follows without a gap.
///
/// @param hasTail an argument follows on the line, maybe
/// @param closed the closing quote follows
record CompletedWord(int start, int end, Prefix prefix, boolean hasTail, boolean closed) {

    static CompletedWord at(String text, int caret, Prefix prefix) {
        int lineEnd = text.indexOf('\n', caret);
        int limit = lineEnd < 0 ? text.length() : lineEnd;
        int end = caret;
        while (end < limit && isPartOfWord(text.charAt(end))) {
            end++;
        }
        boolean closed = end < limit && quote(prefix.style()) == text.charAt(end);
        String rest = text.substring(end, limit).strip();
        boolean tail = !rest.isEmpty() && "},#".indexOf(rest.charAt(0)) < 0;
        return new CompletedWord(prefix.start(), end, prefix, tail, closed);
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || "_-./:".indexOf(c) >= 0;
    }

    private static char quote(Style style) {
        return switch (style) {
            case DOUBLE_QUOTES -> '"';
            case SINGLE_QUOTES -> '\'';
            case BARE, MACRO -> 0;
        };
    }

    /// A value that needs no quotes, as it has to be written here.
    String plain(String value) {
        return quote(prefix.style()) == 0 ? value : value + closing();
    }

    /// A name as it has to be written here; nothing when vm.conf has no way to write it.
    Optional<String> quote(String name) {
        char open = quote(prefix.style());
        if (open != 0) {
            return inside(name, open).map(text -> text + closing());
        }
        boolean typed = !prefix.text().isEmpty();
        if (typed && isBare(name)) {
            return Optional.of(name);
        }
        return inside(name, '"').map(text -> '"' + text + '"');
    }

    /// Quotes stand around it already.
    boolean isQuoted() {
        return quote(prefix.style()) != 0;
    }

    String closing() {
        return closed ? "" : String.valueOf(quote(prefix.style()));
    }

    /// A backslash before a quote or a blank cannot be written, nor one at the end.
    private static Optional<String> inside(String name, char quote) {
        boolean unwritable = name.endsWith("\\") || name.matches(".*\\\\[\\\\\"' \t].*");
        return unwritable
                ? Optional.empty()
                : Optional.of(name.replace(String.valueOf(quote), "\\" + quote));
    }

    private static boolean isBare(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.-]*")
                && Vocabulary.NATIVE.keyword(name).isEmpty();
    }
}
