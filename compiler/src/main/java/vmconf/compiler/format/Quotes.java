package vmconf.compiler.format;

import java.util.List;
import vmconf.compiler.diagnostic.Fix;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// Writes words that stand in single quotes in double ones, where that is the same word.
final class Quotes {
    private Quotes() {}

    /// Adds the edits of a piece, if there are any.
    static void edit(Pieces pieces, int index, List<Fix.Edit> edits) {
        Piece piece = pieces.get(index);
        String text = pieces.file().text();
        if (text.charAt(piece.start()) == '\''
                && piece.is(VmConf.WORD)
                && startsWord(pieces, index)
                && isPlain(text, piece.start() + 1, piece.end() - 1)) {
            for (int at : new int[] {piece.start(), piece.end() - 1}) {
                edits.add(new Fix.Edit(Span.of(pieces.file(), at, at + 1), "\""));
            }
        }
    }

    /// Nothing in front of it can make the quote a part of its word.
    private static boolean startsWord(Pieces pieces, int index) {
        return index == 0
                || !pieces.get(index).gap().isEmpty()
                || pieces.get(index - 1).kind() == Piece.Kind.TOKEN;
    }

    /// In either quotes, what stands there stands for itself.
    private static boolean isPlain(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                return false;
            }
        }
        return true;
    }
}
