package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vmconf.compiler.expand.LiteralReference.Place;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Macros.Macro;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Token;
import vmconf.source.Origin;
import vmconf.source.Span;

/// A `$name` that is left as it stands, whether or not there is a macro of that name.
///
/// @param above the macro that is defined there
record LiteralName(String name, Span span, Token word, Place place, Optional<Macro> above) {

    /// Those in the words of a line.
    ///
    /// @param words words with a `$` in their text
    /// @param defined the macros that are defined there, by name
    static List<LiteralName> in(
            List<Token> words,
            Optional<Directive> line,
            Function<String, Optional<Macro>> defined) {
        List<LiteralName> found = new ArrayList<>();
        for (Token word : words) {
            Place place = place(word, line);
            String text = word.span().text();
            int at = text.indexOf('$', firstUnexpanded(word, text));
            while (at >= 0) {
                int end = endOfName(text, at + 1);
                Span span = part(word.span(), at, end);
                String name = text.substring(at + 1, end);
                if (!name.isEmpty()) {
                    found.add(new LiteralName(name, span, word, place, defined.apply(name)));
                }
                at = text.indexOf('$', end);
            }
        }
        return found;
    }

    /// What it refers to, when all has been read. The value that it is part of is none.
    Optional<LiteralReference> reference(Function<String, Optional<Macro>> defined) {
        if (above.isPresent()) {
            return above.map(
                    macro -> new LiteralReference(macro, span, word, place, Optional.empty()));
        }
        return defined.apply(name)
                .filter(macro -> !macro.definition().equals(Optional.of(word.span())))
                .map(macro -> new LiteralReference(macro, span, word, place, macro.definition()));
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
