package vmconf.compiler.format;

import java.util.List;
import vmconf.source.SourceFile;

/// A file's text in pieces.
///
/// @param sound every token could be read. Behind a macro that the file does not define, quotes can
///     mean what they do not mean behind a word.
record Pieces(SourceFile file, List<Piece> all, boolean sound) {
    /// More columns than any line should have: the width of what has none, or lies on several
    /// lines.
    static final int UNKNOWN_WIDTH = 10_000;

    int size() {
        return all.size();
    }

    Piece get(int index) {
        return all.get(index);
    }

    /// Where the text in front of a piece starts; behind the last piece, that of the rest.
    int gapStart(int index) {
        return index == 0 ? 0 : all.get(index - 1).end();
    }

    /// Where the text in front of a piece ends; behind the last piece, that of the rest.
    int gapEnd(int index) {
        return index == size() ? file.text().length() : all.get(index).start();
    }

    /// The text in front of a piece; behind the last piece, the rest.
    String gapText(int index) {
        return file.text().substring(gapStart(index), gapEnd(index));
    }

    /// Whether a piece lies on one line.
    boolean isOnOneLine(int index) {
        return !contains(index, '\n', '\n');
    }

    /// Whether one of two characters is in a piece.
    boolean contains(int index, char one, char other) {
        Piece piece = get(index);
        for (int i = piece.start(); i < piece.end(); i++) {
            char c = file.text().charAt(i);
            if (c == one || c == other) {
                return true;
            }
        }
        return false;
    }

    /// How many columns a piece takes.
    int width(int index) {
        Piece piece = get(index);
        String text = file.text();
        for (int i = piece.start(); i < piece.end(); i++) {
            if (text.charAt(i) < ' ') {
                return UNKNOWN_WIDTH;
            }
        }
        return text.codePointCount(piece.start(), piece.end());
    }

    /// The column of a piece from 0, with a tab to every eighth column.
    int column(int index) {
        String text = file.text();
        int start = get(index).start();
        int column = 0;
        int at = text.lastIndexOf('\n', start - 1) + 1;
        while (at < start) {
            int c = text.codePointAt(at);
            column += c == '\t' ? Lines.TAB - column % Lines.TAB : 1;
            at += Character.charCount(c);
        }
        return column;
    }
}
