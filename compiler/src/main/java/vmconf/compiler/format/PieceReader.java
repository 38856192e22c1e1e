package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.format.Piece.Kind;
import vmconf.compiler.syntax.Remark;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Token;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;

/// Cuts a file's text into pieces: the scanner's tokens, and what it passes over.
final class PieceReader {
    private final String text;
    private final VisibleMacros macros = new VisibleMacros();
    private final Scanner scanner;
    private final List<Piece> pieces = new ArrayList<>();

    /// What stands behind the last piece.
    private int newlines;

    private boolean blank;
    private boolean continued;

    private boolean sound = true;

    /// Up to where the text has been cut.
    private int end;

    private PieceReader(SourceFile file) {
        this.text = file.text();
        this.scanner = new Scanner(file, Vocabulary.OPENBSD, macros);
    }

    static Pieces read(SourceFile file) {
        PieceReader reader = new PieceReader(file);
        List<Piece> pieces = reader.read();
        return new Pieces(file, pieces, reader.sound);
    }

    private List<Piece> read() {
        Token token = next();
        while (!token.isEnd()) {
            passOver(token);
            if (token.isNewline()) {
                newlines++;
                end = token.span().end();
                token = next();
            } else {
                token = take(token);
            }
        }
        return pieces;
    }

    private Token next() {
        Token token = scanner.next();
        sound &= token.problem().isEmpty();
        macros.pass(token);
        return token;
    }

    /// Makes a piece of a token and of those that are written in the same place.
    ///
    /// @return the token behind it
    private Token take(Token first) {
        int start = first.span().start();
        long content = Content.NOTHING;
        int closes = 0;
        int opens = 0;
        Token last = first;
        Token token = first;
        do {
            last = token;
            end = Math.max(end, token.span().end());
            content = Content.with(content, token);
            if (token.type() == VmConf.OPEN) {
                opens++;
            } else if (token.type() == VmConf.CLOSE && opens > 0) {
                opens--;
            } else if (token.type() == VmConf.CLOSE) {
                closes++;
            }
            token = next();
        } while (!token.isNewline() && token.span().start() < end);
        Kind kind = kind(first, last);
        pieces.add(new Piece(kind, start, end, last.type(), closes, opens, content, gap()));
        return token;
    }

    private static Kind kind(Token first, Token last) {
        if (VisibleMacros.isUnknown(first) || VisibleMacros.isUnknown(last)) {
            return Kind.UNKNOWN;
        }
        if (last.type() == VmConf.WORD && !last.quoted() && isNumber(last.text())) {
            return Kind.DIGITS;
        }
        return first.span().origin().expansion().isPresent() ? Kind.MACRO : Kind.TOKEN;
    }

    private static boolean isNumber(String word) {
        int digits = word.startsWith("-") ? 1 : 0;
        for (int i = digits; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return word.length() > digits;
    }

    /// What the scanner has passed over in front of a token: blanks, joined lines, a comment at the
    /// end of a line, or anything else, which stays as it is.
    private void passOver(Token token) {
        int until = token.span().start();
        while (end < until) {
            char c = text.charAt(end);
            if (c == ' ' || c == '\t') {
                blank = true;
                end++;
            } else if (text.startsWith("\\\n", end)) {
                continued = true;
                end += 2;
            } else if (c == '#' && token.isNewline()) {
                comment(until);
            } else {
                pass(Kind.VERBATIM, until);
            }
        }
    }

    private void comment(int until) {
        int stripped = until;
        while (" \t\r".indexOf(text.charAt(stripped - 1)) >= 0) {
            stripped--;
        }
        // Without its blanks, a backslash would join the next line to the comment.
        boolean joins = text.charAt(stripped - 1) == '\\';
        pass(isRemark(end) ? Kind.REMARK : Kind.COMMENT, joins ? until : stripped);
        blank = end < until;
        end = until;
    }

    private boolean isRemark(int hash) {
        List<Remark> remarks = scanner.remarks();
        return !remarks.isEmpty() && remarks.getLast().span().start() == hash;
    }

    private void pass(Kind kind, int until) {
        long content = Content.with(Content.NOTHING, text, end, until);
        pieces.add(new Piece(kind, end, until, 0, 0, 0, content, gap()));
        end = until;
    }

    private Gap gap() {
        Gap gap = Gap.of(newlines, blank, continued);
        newlines = 0;
        blank = false;
        continued = false;
        return gap;
    }
}
