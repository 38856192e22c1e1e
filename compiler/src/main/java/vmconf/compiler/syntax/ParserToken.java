package vmconf.compiler.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/// Our token in the shape that the generated parser reads. It knows its place by itself, so what
/// the shape has for that is left empty.
final class ParserToken implements org.antlr.v4.runtime.Token {
    private final Token token;
    private final int type;
    private int index;

    ParserToken(Token token, int index) {
        this(token, token.type(), index);
    }

    private ParserToken(Token token, int type, int index) {
        this.token = token;
        this.type = type;
        this.index = index;
    }

    /// A token of the given type in front of this one. It stands in for one that is missing, so
    /// that the parser can go on.
    ParserToken imagine(int type) {
        return new ParserToken(Token.of(type, "", token.span()), type, index);
    }

    Token token() {
        return token;
    }

    @Override
    public String getText() {
        return token.text();
    }

    @Override
    public int getType() {
        return type;
    }

    /// Its number among the tokens of its line.
    @Override
    public int getTokenIndex() {
        return index;
    }

    void setTokenIndex(int index) {
        this.index = index;
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
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getStartIndex() {
        return token.span().start();
    }

    @Override
    public int getStopIndex() {
        return token.span().end() - 1;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }
}
