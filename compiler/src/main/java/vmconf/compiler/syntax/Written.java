package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;

/// A stretch of a file as somebody wrote it: no macro is expanded, no include followed.
///
/// @param text its value, without quotes; of a reference to a macro, the name of the macro
/// @param start offset of its first character
/// @param end offset behind its last character
public record Written(Kind kind, String text, int start, int end) {
    /// What a reference is read as, so that it is one word whatever it stands for.
    private static final String STAND_IN = "x";

    /// Sorts of text.
    public enum Kind {
        /// A word that the target reserves.
        KEYWORD,
        /// Any other word without quotes.
        WORD,
        /// A word in quotes.
        STRING,
        /// An integer.
        NUMBER,
        /// `{`.
        OPEN,
        /// `}`.
        CLOSE,
        /// `=` or `,`.
        SIGN,
        /// `$` and a name, with what sticks to it.
        MACRO,
        /// A comment, without the end of its line.
        COMMENT,
        /// The end of a line.
        NEWLINE,
        /// What can be read as nothing.
        UNKNOWN
    }

    /// All of a file, in the order of its text; only blanks and continued lines lie in between.
    public static List<Written> of(SourceFile file, Vocabulary vocabulary) {
        return of(file.name(), file.text(), 0, vocabulary);
    }

    /// All of a stretch of a file.
    ///
    /// @param start where a word starts, or the blanks in front of it
    public static List<Written> of(SourceFile file, int start, int end, Vocabulary vocabulary) {
        return of(file.name(), file.text().substring(start, end), start, vocabulary);
    }

    /// @param offset where the text starts in its file
    private static List<Written> of(String name, String text, int offset, Vocabulary vocabulary) {
        Scanner scanner =
                new Scanner(
                        SourceFile.of(name, text),
                        vocabulary,
                        macro -> Optional.of(new Macros.Macro(macro, STAND_IN, Optional.empty())));
        List<Written> all = new ArrayList<>();
        int end = 0;
        for (Token token = scanner.next(); !token.isEnd(); token = scanner.next()) {
            int start = token.span().start();
            if (token.isNewline()) {
                comment(text, end, start).map(each -> each.at(offset)).ifPresent(all::add);
                if (start >= text.length()) {
                    continue;
                }
            }
            all.add(of(token).at(offset));
            end = token.span().end();
        }
        return all;
    }

    private Written at(int offset) {
        return offset == 0 ? this : new Written(kind, text, offset + start, offset + end);
    }

    private static Optional<Written> comment(String text, int from, int until) {
        int hash = text.indexOf('#', from);
        return hash < 0 || hash >= until
                ? Optional.empty()
                : Optional.of(new Written(Kind.COMMENT, text.substring(hash, until), hash, until));
    }

    private static Written of(Token token) {
        Optional<String> macro = token.span().origin().expansion().map(each -> each.macro());
        Kind kind = macro.isPresent() ? Kind.MACRO : kind(token);
        return new Written(
                kind, macro.orElse(token.text()), token.span().start(), token.span().end());
    }

    private static Kind kind(Token token) {
        if (token.problem().isPresent() || token.type() == VmConf.UNKNOWN) {
            return Kind.UNKNOWN;
        }
        return switch (token.type()) {
            case VmConf.NL -> Kind.NEWLINE;
            case VmConf.INT -> Kind.NUMBER;
            case VmConf.OPEN -> Kind.OPEN;
            case VmConf.CLOSE -> Kind.CLOSE;
            case VmConf.EQUALS, VmConf.COMMA -> Kind.SIGN;
            case VmConf.WORD -> token.quoted() ? Kind.STRING : Kind.WORD;
            default -> Kind.KEYWORD;
        };
    }

    /// The macro that it refers to.
    public Optional<String> macro() {
        return kind == Kind.MACRO ? Optional.of(text) : Optional.empty();
    }

    /// It is the end of a line.
    public boolean isNewline() {
        return kind == Kind.NEWLINE;
    }

    /// It is that word or sign, without quotes.
    public boolean is(String word) {
        return kind != Kind.STRING && kind != Kind.MACRO && text.equals(word);
    }

    /// It is a word, or part of one: an argument, maybe.
    public boolean isArgument() {
        return switch (kind) {
            case WORD, STRING, NUMBER, MACRO -> true;
            case KEYWORD, OPEN, CLOSE, SIGN, COMMENT, NEWLINE, UNKNOWN -> false;
        };
    }
}
