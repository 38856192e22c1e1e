package vmconf.compiler.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The words that are keywords for a target. A word that only another target knows is an ordinary
/// word.
public final class Vocabulary {
    /// vmd's keywords.
    public static final Vocabulary OPENBSD = new Vocabulary(keyword -> !keyword.nativeOnly());

    /// vmd's keywords and those of our own runtime.
    public static final Vocabulary NATIVE = new Vocabulary(keyword -> true);

    private final Map<String, Keyword> keywords = new HashMap<>();

    private Vocabulary(Predicate<Keyword> known) {
        for (Keyword keyword : Keyword.values()) {
            if (known.test(keyword)) {
                keywords.put(keyword.word(), keyword);
            }
        }
    }

    /// The keyword of that spelling; case matters.
    public Optional<Keyword> keyword(String word) {
        return Optional.ofNullable(keywords.get(word));
    }
}
