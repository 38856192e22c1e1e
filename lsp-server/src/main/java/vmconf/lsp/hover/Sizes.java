package vmconf.lsp.hover;

import java.util.Locale;
import java.util.Optional;
import vmconf.compiler.value.MemorySize;

/// What a size of memory means.
final class Sizes {
    private Sizes() {}

    /// Such as `1G = 1,073,741,824 bytes = 1024 MiB`; nothing for a word that is no size with a
    /// unit.
    static Optional<String> describe(String word) {
        boolean unit = !word.isEmpty() && "KMGTkmgt".indexOf(word.charAt(word.length() - 1)) >= 0;
        if (!unit) {
            return Optional.empty();
        }
        return MemorySize.parse(word)
                .value()
                .map(
                        bytes ->
                                "%s = %s bytes = %s MiB"
                                        .formatted(
                                                word,
                                                String.format(Locale.ROOT, "%,d", bytes),
                                                String.format(Locale.ROOT, "%,d", bytes >> 20)));
    }
}
