package vmconf.compiler.syntax;

import java.util.Optional;
import vmconf.compiler.syntax.SyntaxProblem.Repair;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// Edits that mend the form of the text, where it is clear what was meant.
final class Repairs {
    private final TokenWindow window;

    Repairs(TokenWindow window) {
        this.window = window;
    }

    /// Another word in place of a mistyped one.
    static Optional<Repair> word(Token token, String meant) {
        return Repair.replace(
                "replace \"" + token.text() + "\" by \"" + meant + "\"",
                Suggestion.isClose(token.text(), meant) && !token.quoted(),
                token.span(),
                meant);
    }

    /// Quotes around a keyword or number that is a name.
    ///
    /// @param safe nothing stands behind it that could be the name it was meant to be
    static Optional<Repair> quoted(Token token, boolean safe) {
        return Repair.replace("write it in quotes", safe, token.span(), "\"" + token.text() + "\"");
    }

    /// A number without its quotes.
    static Optional<Repair> unquoted(Token token) {
        return token.text().isEmpty() || !token.text().chars().allMatch(CharClass::digit)
                ? Optional.empty()
                : Repair.replace("remove the quotes", true, token.span(), token.text());
    }

    /// A number and its unit without the blank in between.
    static Optional<Repair> joined(Span number, Span unit) {
        return blanksBetween(number, unit)
                .flatMap(gap -> Repair.replace("remove the blank", true, gap, ""));
    }

    /// The token ahead on a line of its own.
    Optional<Repair> ownLine(ParserToken token) {
        Span span = token.token().span();
        Span gap = before(token).flatMap(last -> blanksBetween(last, span)).orElse(start(span));
        return Repair.replace("begin a new line", true, gap, "\n" + indentation(partner(token)));
    }

    /// Without a comma or semicolon that separates nothing.
    Optional<Repair> withoutSeparator(ParserToken token) {
        Span span = token.token().span();
        ParserToken next = window.ahead(2);
        if (next.token().isNewline() || next.token().isEnd() || next.getType() == VmConf.CLOSE) {
            return Repair.replace("remove it", true, span, "");
        }
        Optional<Span> gap = blanksBetween(span, next.token().span());
        return Repair.replace(
                "begin a new line",
                true,
                gap.map(blanks -> span.to(blanks)).orElse(span),
                "\n" + indentation(span));
    }

    /// Without a comma where blanks separate.
    static Optional<Repair> withoutComma(Span comma) {
        String text = comma.file().text();
        boolean blank =
                comma.end() < text.length() && Character.isWhitespace(text.charAt(comma.end()));
        return Repair.replace("remove the comma", true, comma, blank ? "" : " ");
    }

    /// The brace behind the name, where it stands on a later line and nothing in between.
    Optional<Repair> braceMoved() {
        int k = 1;
        while (window.ahead(k).token().isNewline()) {
            k++;
        }
        Span brace = window.ahead(k).token().span();
        return before(window.ahead(1))
                .filter(name -> name.file() == brace.file() && name.end() <= brace.start())
                .map(name -> name.after().to(brace))
                .filter(gap -> gap.text().strip().equals("{"))
                .flatMap(gap -> Repair.replace("move the brace up", true, gap, " {"));
    }

    /// A brace behind the name.
    Optional<Repair> braceAdded() {
        return before(window.ahead(1))
                .flatMap(name -> Repair.replace("add the brace", true, name.after(), " {"));
    }

    /// A closing brace in front of what shows that one is missing.
    ///
    /// @param open the brace that has no partner
    Optional<Repair> closed(Span open, ParserToken found) {
        Optional<Span> last = before(found).filter(span -> span.file() == open.file());
        if (last.isEmpty() || endsInQuotes(found)) {
            return Optional.empty();
        }
        String text = open.file().text();
        Span next = found.token().span();
        int newline = text.indexOf('\n', last.get().end());
        int lineEnd = newline < 0 ? text.length() : newline;
        boolean sameLine = next.file() == open.file() && next.start() < lineEnd;
        int at = sameLine ? last.get().end() : lineEnd;
        Span place = new Span(open.file(), at, at, last.get().origin());
        return Repair.replace("close the block", false, place, "\n" + indentation(open) + "}");
    }

    /// An option without the empty block behind it.
    Optional<Repair> emptyBlockRemoved(ParserToken open, Span block) {
        Span blanks = before(open).flatMap(last -> blanksBetween(last, block)).orElse(start(block));
        return Repair.replace("remove the braces", true, blanks.to(block), "");
    }

    /// A stretch of the file without the lines it fills.
    static Optional<Repair> removed(String title, boolean safe, Span span) {
        return Repair.replace(title, safe, span.withItsLines(), "");
    }

    /// The last token before one that is no new line.
    private Optional<Span> before(ParserToken token) {
        int index = indexBefore(token);
        return index < 0 ? Optional.empty() : Optional.of(window.get(index).token().span());
    }

    private int indexBefore(ParserToken token) {
        int index = token.getTokenIndex() - 1;
        while (index >= 0 && window.get(index).token().isNewline()) {
            index--;
        }
        return index;
    }

    /// Whatever is added before it becomes part of a string without an end.
    private boolean endsInQuotes(ParserToken token) {
        return window.get(indexBefore(token))
                .token()
                .problem()
                .filter(LexicalProblem.UnterminatedString.class::isInstance)
                .isPresent();
    }

    /// The brace that one closes, or the token itself.
    private Span partner(ParserToken token) {
        int open = token.getType() == VmConf.CLOSE ? 1 : 0;
        int index = token.getTokenIndex();
        while (open > 0 && index > 0) {
            index--;
            int type = window.get(index).getType();
            open += type == VmConf.CLOSE ? 1 : type == VmConf.OPEN ? -1 : 0;
        }
        return window.get(index).token().span();
    }

    private static Optional<Span> blanksBetween(Span first, Span second) {
        boolean inOrder = first.file() == second.file() && first.end() <= second.start();
        if (!inOrder) {
            return Optional.empty();
        }
        Span gap = first.after().to(start(second));
        return gap.text().isBlank() && gap.text().indexOf('\n') < 0
                ? Optional.of(gap)
                : Optional.empty();
    }

    private static Span start(Span span) {
        return new Span(span.file(), span.start(), span.start(), span.origin());
    }

    /// The blanks at the start of the line on which a span starts.
    private static String indentation(Span span) {
        String text = span.file().text();
        int start = text.lastIndexOf('\n', span.start() - 1) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
