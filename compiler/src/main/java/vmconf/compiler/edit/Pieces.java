package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Token;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A stretch of a file as written: no macro is expanded, no include followed.
///
/// @param all in the order of the text; blanks and comments lie between them
record Pieces(SourceFile file, List<Piece> all) {
    /// What a reference is read as, so that it is one word whatever it stands for.
    private static final String STAND_IN = "x";

    Pieces {
        all = List.copyOf(all);
    }

    /// @param span starts where a word does
    static Pieces of(Span span, Vocabulary vocabulary) {
        return of(span.file(), span.start(), span.end(), vocabulary);
    }

    static Pieces of(SourceFile file, int start, int end, Vocabulary vocabulary) {
        String text = file.text().substring(start, end);
        Scanner scanner =
                new Scanner(
                        SourceFile.of(file.name(), text),
                        vocabulary,
                        name -> Optional.of(new Macros.Macro(name, STAND_IN, Optional.empty())));
        List<Piece> all = new ArrayList<>();
        for (Token token = scanner.next(); !token.isEnd(); token = scanner.next()) {
            boolean made = token.isNewline() && token.span().start() >= text.length();
            if (!made) {
                all.add(piece(token, start));
            }
        }
        return new Pieces(file, all);
    }

    /// The offset behind the line in which an offset lies outside of quotes; a backslash at its end
    /// continues it, in a comment too.
    static int nextLine(SourceFile file, int offset, Vocabulary vocabulary) {
        String text = file.text();
        int next = Lines.next(text, offset);
        if (!text.substring(offset, next).stripTrailing().endsWith("\\")) {
            return next;
        }
        return of(file, offset, text.length(), vocabulary).all().stream()
                .filter(Piece::newline)
                .findFirst()
                .map(Piece::end)
                .orElse(text.length());
    }

    private static Piece piece(Token token, int offset) {
        Span span = token.span();
        return new Piece(
                token.text(),
                offset + span.start(),
                offset + span.end(),
                token.quoted(),
                token.isNewline(),
                span.origin().expansion().map(each -> each.macro()));
    }

    /// Without the ends of lines.
    List<Piece> words() {
        return all.stream().filter(each -> !each.newline()).toList();
    }

    /// The first one at an offset or behind it.
    Optional<Piece> after(int offset) {
        return all.stream().filter(each -> each.start() >= offset).findFirst();
    }

    /// The last one that ends at an offset or before it; the end of a line counts.
    Optional<Piece> before(int offset) {
        return all.stream().filter(each -> each.end() <= offset).reduce((_, last) -> last);
    }

    /// The line goes on with nothing but a comment behind an offset.
    boolean endsLine(int offset) {
        return after(offset).map(Piece::newline).orElse(true);
    }

    /// The piece as it stands in the file.
    String written(Piece piece) {
        return file.text().substring(piece.start(), piece.end());
    }
}
