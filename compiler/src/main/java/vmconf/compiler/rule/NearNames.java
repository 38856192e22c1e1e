package vmconf.compiler.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.syntax.Suggestion;

/// Finds the name that a mistyped one was meant to be, for so many names only that time stays
/// linear.
final class NearNames {
    private static final int MOST_WORDS = 100;
    private static final int MOST_NAMES = 1_000;

    private final Map<String, Optional<String>> found = new HashMap<>();

    Optional<String> nearest(String word, Collection<String> names) {
        Optional<String> known = found.get(word);
        if (known != null || found.size() >= MOST_WORDS) {
            return known == null ? Optional.empty() : known;
        }
        Optional<String> near = Suggestion.nearest(word, names.stream().limit(MOST_NAMES));
        found.put(word, near);
        return near;
    }
}
