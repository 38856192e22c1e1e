package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.atn.PredictionMode;
import vmconf.compiler.syntax.Expectation.Prefix;
import vmconf.compiler.syntax.Expectation.Style;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The line of the top level in which a text breaks off, as far as it is written.
///
/// @param tokens its tokens, without the word that the text ends with
/// @param prefix the word that the text ends with; empty behind a blank
/// @param open a word may be written there; not so in a comment or behind a closing quote
record UnfinishedLine(List<Token> tokens, Prefix prefix, boolean open) {

    static UnfinishedLine of(SourceFile file, Vocabulary vocabulary, Macros macros) {
        Reader reader = new Reader(file, new Scanner(file, vocabulary, macros));
        List<Token> tokens = reader.lastLine(vocabulary);
        return reader.line(tokens);
    }

    private static final class Reader {
        private final SourceFile file;
        private final Scanner scanner;
        private final int caret;
        private int lastEnd;
        private Optional<Token> touching = Optional.empty();

        Reader(SourceFile file, Scanner scanner) {
            this.file = file;
            this.scanner = scanner;
            this.caret = file.text().length();
        }

        /// The next token; the word that touches the caret reads as the end of input.
        private Token next() {
            Token token = scanner.next();
            Span span = token.span();
            boolean madeNewline = token.isNewline() && span.start() >= caret;
            if (token.isEnd() || madeNewline) {
                return end(span);
            }
            boolean word = token.type() != VmConf.NL && !isPunctuation(token);
            if (word && span.end() >= caret) {
                touching = Optional.of(token);
                return end(span);
            }
            lastEnd = span.end();
            return token;
        }

        private static boolean isPunctuation(Token token) {
            return switch (token.type()) {
                case VmConf.OPEN, VmConf.CLOSE, VmConf.COMMA, VmConf.EQUALS -> true;
                default -> false;
            };
        }

        private static Token end(Span span) {
            return Token.of(VmConf.EOF, "", span);
        }

        List<Token> lastLine(Vocabulary vocabulary) {
            TokenWindow window = new TokenWindow(this::next);
            Complaints complaints = new Complaints(window, vocabulary);
            VmConf parser = new VmConf(window);
            parser.removeErrorListeners();
            parser.setErrorHandler(new Recovery(window, complaints));
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            while (true) {
                window.startLine();
                complaints.startLine();
                if (window.ahead(1).token().isEnd()) {
                    return List.of();
                }
                parser.line();
                if (window.index() == 0) {
                    window.consume();
                }
                boolean ended = window.behind().map(each -> each.token().isEnd()).orElse(false);
                if (ended || window.ahead(1).token().isEnd()) {
                    return tokens(window);
                }
            }
        }

        private static List<Token> tokens(TokenWindow window) {
            List<Token> tokens = new ArrayList<>();
            for (int i = 0; i < window.size(); i++) {
                Token token = window.get(i).token();
                if (!token.isEnd()) {
                    tokens.add(token);
                }
            }
            return tokens;
        }

        UnfinishedLine line(List<Token> tokens) {
            if (touching.isPresent()) {
                return touching(tokens, touching.get());
            }
            Prefix none = new Prefix(caret, "", Style.BARE);
            return new UnfinishedLine(tokens, none, !inComment());
        }

        private UnfinishedLine touching(List<Token> tokens, Token token) {
            int start = token.span().start();
            boolean unclosed =
                    token.problem().stream()
                            .anyMatch(LexicalProblem.UnterminatedString.class::isInstance);
            boolean written = token.span().origin().expansion().isEmpty();
            if (unclosed) {
                Style style =
                        file.text().charAt(start) == '"'
                                ? Style.DOUBLE_QUOTES
                                : Style.SINGLE_QUOTES;
                return new UnfinishedLine(
                        tokens, new Prefix(start + 1, token.text(), style), written);
            }
            boolean open = written && !token.quoted() && token.problem().isEmpty();
            return new UnfinishedLine(
                    tokens, new Prefix(start, file.text().substring(start), Style.BARE), open);
        }

        /// Between the last token and the caret there are blanks, ends of lines and comments.
        private boolean inComment() {
            String gap = file.text().substring(Math.min(lastEnd, caret));
            int hash = gap.indexOf('#');
            while (hash >= 0) {
                int end = gap.indexOf('\n', hash);
                while (end > 0 && gap.charAt(end - 1) == '\\') {
                    end = gap.indexOf('\n', end + 1);
                }
                if (end < 0) {
                    return true;
                }
                hash = gap.indexOf('#', end);
            }
            return false;
        }
    }
}
