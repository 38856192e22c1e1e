package vmconf.compiler.expand;

import java.util.Optional;
import vmconf.compiler.syntax.Macros.Macro;
import vmconf.compiler.syntax.Token;
import vmconf.source.Span;

/// A `$name` that is left as it stands, although there is a macro of that name.
///
/// @param span the reference alone
/// @param word the word that it is part of, with its quotes
/// @param below the value of the macro where that is defined further down
public record LiteralReference(
        Macro macro, Span span, Token word, Place place, Optional<Span> below) {

    /// Why it is not expanded.
    public enum Place {
        /// It stands in quotes.
        QUOTES,
        /// It stands in a word without quotes, behind its first character.
        WORD,
        /// It is part of a macro's value.
        MACRO_VALUE
    }
}
