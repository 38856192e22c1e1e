package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Macros.Macro;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Token;
import vmconf.source.Origin;
import vmconf.source.Span;

/// A `$name` that is left as it stands, although a macro of that name is defined above it.
///
/// @param span the reference alone
/// @param word the word that it is part of, with its quotes
public record LiteralReference(Macro macro, Span span, Token word, Place place) {

    /// Why it is not expanded.
    public enum Place {
        /// It stands in quotes.
        QUOTES,
        /// It stands in a word without quotes, behind its first character.
        WORD,
        /// It is part of a macro's value.
        MACRO_VALUE
    }

    /// Those in the words of a line.
    ///
    /// @param words words with a `$` in their text
    /// @param defined the macros that are defined there, by name
    static List<LiteralReference> in(
            List<Token> words,
            Optional<Directive> line,
            Function<String, Optional<Macro>> defined) {
        List<LiteralReference> found = new ArrayList<>();
        for (Token word : words) {
            Place place = place(word, line);
            String text = word.span().text();
            int at = text.indexOf('$', firstUnexpanded(word, text));
            while (at >= 0) {
                int end = endOfName(text, at + 1);
                Span span = part(word.span(), at, end);
                Optional.of(text.substring(at + 1, end))
                        .filter(name -> !name.isEmpty())
                        .flatMap(defined)
                        .ifPresent(
                                macro -> found.add(new LiteralReference(macro, span, word, place)));
                at = text.indexOf('$', end);
            }
        }
        return found;
    }

    private static Place place(Token word, Optional<Directive> line) {
        boolean value =
                line.isPresent()
                        && line.get() instanceof Directive.Macro macro
                        && macro.value().span().equals(word.span());
        if (value) {
            return Place.MACRO_VALUE;
        }
        return word.quoted() ? Place.QUOTES : Place.WORD;
    }

    /// A word that a macro began starts with the reference to it.
    private static int firstUnexpanded(Token word, String text) {
        boolean begun = word.span().origin().expansion().isPresent() && text.startsWith("$");
        return begun ? endOfName(text, 1) : 0;
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && Spelling.isMacroName(text.substring(end, end + 1))) {
            end++;
        }
        return end;
    }

    private static Span part(Span word, int from, int to) {
        Origin written = new Origin(word.origin().inclusion(), Optional.empty());
        return new Span(word.file(), word.start() + from, word.start() + to, written);
    }
}
