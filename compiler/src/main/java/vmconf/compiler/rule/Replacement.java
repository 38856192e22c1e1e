package vmconf.compiler.rule;

import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Word;

/// Puts another word in place of one, quoted as that one is.
final class Replacement {
    private Replacement() {}

    /// A guess that somebody must look at.
    static Optional<Fix> of(Word word, String text) {
        return Spelling.like(word, text)
                .flatMap(
                        written ->
                                Fix.replace(
                                        "replace \"%s\" by \"%s\"".formatted(word.text(), text),
                                        false,
                                        word.span(),
                                        written));
    }
}
