package vmconf.lsp.symbols;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.document.Text;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.workspace.Question;

/// The tokens of a document by what they mean, in the protocol's numbers: for each token line and
/// column relative to the one before, length, type, modifiers.
final class Tokens {
    private static final String UNITS = "BKMGTPEbkmgtpe";

    private final Text text;
    private final Map<Integer, Occurrence> names = new HashMap<>();
    private final List<Integer> data = new ArrayList<>();
    private int line;
    private int column;

    private Tokens(Question question) {
        this.text = question.text();
        Index.of(question.analysis())
                .in(question.uri())
                .forEach(each -> names.merge(each.span().start(), each, Tokens::preferred));
    }

    private static Occurrence preferred(Occurrence one, Occurrence other) {
        return one.literal() ? one : other;
    }

    /// @param from offset of the first character that matters
    /// @param until offset behind the last one
    static List<Integer> of(Question question, int from, int until) {
        Tokens tokens = new Tokens(question);
        for (Written each : question.written()) {
            if (each.end() > from && each.start() < until) {
                tokens.add(each);
            }
        }
        return List.copyOf(tokens.data);
    }

    private void add(Written each) {
        switch (each.kind()) {
            case KEYWORD -> add(each, TokenLegend.KEYWORD, 0);
            case NUMBER -> add(each, TokenLegend.NUMBER, 0);
            case COMMENT ->
                    add(
                            each,
                            TokenLegend.COMMENT,
                            each.text().matches("#[ \t]*vmconf:.*") ? TokenLegend.REMARK : 0);
            case MACRO -> {
                int end = each.start() + 1 + each.text().length();
                add(each.start(), end, TokenLegend.MACRO, 0);
                add(end, each.end(), TokenLegend.STRING, 0);
            }
            case STRING, WORD -> addWord(each);
            case OPEN, CLOSE, SIGN, NEWLINE, UNKNOWN -> {}
        }
    }

    private void addWord(Written each) {
        boolean quoted = each.kind() == Written.Kind.STRING;
        Occurrence named = names.get(each.start() + (quoted ? 1 : 0));
        int plain = quoted ? TokenLegend.STRING : unquoted(each.text());
        if (named == null || !named.literal()) {
            add(each, plain, 0);
            return;
        }
        int definition = named.isDefinition() ? TokenLegend.DEFINITION : 0;
        switch (named.symbol().kind()) {
            case MACRO -> add(each, TokenLegend.MACRO, definition);
            case VM -> add(each, TokenLegend.VM, definition);
            case SWITCH -> add(each, TokenLegend.SWITCH, definition);
            case FILE -> add(each, plain, 0);
        }
    }

    /// Sizes are words to the scanner, but numbers to people.
    private static int unquoted(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        boolean unit = digits == word.length() - 1 && UNITS.indexOf(word.charAt(digits)) >= 0;
        return digits > 0 && (unit || digits == word.length())
                ? TokenLegend.NUMBER
                : TokenLegend.WORD;
    }

    private void add(Written each, int type, int modifiers) {
        add(each.start(), each.end(), type, modifiers);
    }

    /// A token that lies on several lines becomes one for each, as few clients take another.
    private void add(int start, int end, int type, int modifiers) {
        int from = start;
        while (from < end) {
            int until = Math.min(end, text.endOfLine(from));
            if (until > from) {
                put(text.position(from), text.position(until), type, modifiers);
            }
            from = Math.max(until, from) + 1;
        }
    }

    private void put(Position start, Position end, int type, int modifiers) {
        boolean sameLine = start.getLine() == line;
        data.add(start.getLine() - line);
        data.add(start.getCharacter() - (sameLine ? column : 0));
        data.add(end.getCharacter() - start.getCharacter());
        data.add(type);
        data.add(modifiers);
        line = start.getLine();
        column = start.getCharacter();
    }
}
