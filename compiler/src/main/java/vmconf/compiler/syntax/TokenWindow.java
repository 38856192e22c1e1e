package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import vmconf.source.Span;

/// The tokens of one line of the top level. A token is asked for only when the parser looks at it,
/// because the line before it may define a macro or enter a file.
final class TokenWindow implements TokenStream {
    private final Supplier<Token> source;
    private final List<ParserToken> tokens = new ArrayList<>();
    private int next;

    TokenWindow(Supplier<Token> source) {
        this.source = source;
    }

    /// Forgets the tokens consumed; they made a line.
    void startLine() {
        tokens.subList(0, next).clear();
        next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            tokens.get(i).setTokenIndex(i);
        }
    }

    /// The k-th token ahead, from 1.
    ParserToken ahead(int k) {
        int index = next + k - 1;
        return index < tokens.size() ? tokens.get(index) : read(index);
    }

    private ParserToken read(int index) {
        while (tokens.size() <= index) {
            int size = tokens.size();
            if (size > 0 && tokens.get(size - 1).getType() == EOF) {
                return tokens.get(size - 1);
            }
            tokens.add(new ParserToken(source.get(), size));
        }
        return tokens.get(index);
    }

    /// The token consumed last on this line.
    Optional<ParserToken> behind() {
        return next == 0 ? Optional.empty() : Optional.of(tokens.get(next - 1));
    }

    /// Whether a token with a problem stands on the line, from an index to the token ahead.
    boolean hasProblemSince(int index) {
        for (int i = Math.max(index, 0); i <= next && i < tokens.size(); i++) {
            if (tokens.get(i).token().problem().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The first token of the current line of the file, looking back from the token ahead.
    int indexOfFileLine() {
        int index = next;
        while (index > 0 && !tokens.get(index - 1).token().isNewline()) {
            index--;
        }
        return index;
    }

    /// Where a token stands; the end of a line or file, behind the token before it.
    Span place(ParserToken token) {
        Token written = token.token();
        boolean line = written.isNewline() || written.isEnd();
        int before = token.getTokenIndex() - 1;
        return line && before >= 0 ? get(before).token().span().after() : written.span();
    }

    @Override
    public org.antlr.v4.runtime.Token LT(int k) {
        if (k < 0) {
            return next + k < 0 ? ahead(1) : tokens.get(next + k);
        }
        return ahead(k);
    }

    @Override
    public int LA(int k) {
        return LT(k).getType();
    }

    @Override
    public void consume() {
        ahead(1);
        next++;
    }

    @Override
    public ParserToken get(int index) {
        return tokens.get(index);
    }

    @Override
    public int index() {
        return next;
    }

    @Override
    public void seek(int index) {
        next = index;
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public TokenSource getTokenSource() {
        return new NoSource();
    }

    @Override
    public String getSourceName() {
        return "vm.conf";
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, tokens.size() - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(org.antlr.v4.runtime.Token start, org.antlr.v4.runtime.Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, interval.a); i <= interval.b && i < tokens.size(); i++) {
            text.append(i == interval.a ? "" : " ").append(tokens.get(i).getText());
        }
        return text.toString();
    }

    /// The parser asks its stream for a source only to make tokens in its own recovery, which ours
    /// replaces.
    private static final class NoSource implements TokenSource {
        @Override
        public org.antlr.v4.runtime.Token nextToken() {
            throw new IllegalStateException("tokens come from the scanner");
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getCharPositionInLine() {
            return 0;
        }

        @Override
        public org.antlr.v4.runtime.CharStream getInputStream() {
            return org.antlr.v4.runtime.CharStreams.fromString("");
        }

        @Override
        public String getSourceName() {
            return "vm.conf";
        }

        @Override
        public void setTokenFactory(org.antlr.v4.runtime.TokenFactory<?> factory) {}

        @Override
        public org.antlr.v4.runtime.TokenFactory<?> getTokenFactory() {
            return CommonTokenFactory.DEFAULT;
        }
    }
}
