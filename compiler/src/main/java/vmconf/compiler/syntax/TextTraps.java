package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import vmconf.source.Span;

/// The places that can be read, but not as they look, as a scanner meets them.
final class TextTraps {
    private final List<TextTrap> found = new ArrayList<>();

    void add(TextTrap.Kind kind, Span span) {
        found.add(new TextTrap(kind, span));
    }

    /// Lines were joined in a comment.
    ///
    /// @param continuations where; those from an index on are taken out
    void commentContinued(List<Span> continuations, int from) {
        while (continuations.size() > from) {
            add(TextTrap.Kind.CONTINUED_COMMENT, continuations.removeLast());
        }
    }

    /// All of them, with those that only the reader of characters has seen.
    List<TextTrap> all(CharReader reader) {
        List<TextTrap> all = new ArrayList<>(found);
        for (Span marker : reader.markers()) {
            all.add(new TextTrap(TextTrap.Kind.MARKER, marker));
        }
        for (Span continuation : reader.continuations()) {
            if (joinsWords(continuation)) {
                all.add(new TextTrap(TextTrap.Kind.JOINED_WORDS, continuation));
            }
        }
        return all;
    }

    private static boolean joinsWords(Span continuation) {
        String text = continuation.file().text();
        int before = continuation.start() - 1;
        int after = continuation.end();
        return before >= 0
                && after < text.length()
                && CharClass.endsWord(text.charAt(before))
                && CharClass.continuesWord(text.charAt(after));
    }
}
