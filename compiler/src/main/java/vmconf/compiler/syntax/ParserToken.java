package vmconf.compiler.syntax;

import org.antlr.v4.runtime.CommonToken;

/// Our token in the shape that the generated parser reads.
final class ParserToken extends CommonToken {
    private static final long serialVersionUID = 1L;

    /// Stands in for a token that is missing, so that the parser can go on.
    final boolean imagined;

    private final transient Token token;

    ParserToken(Token token, int index) {
        this(token, token.type(), index, false);
    }

    private ParserToken(Token token, int type, int index, boolean imagined) {
        super(type, token.text());
        this.token = token;
        this.imagined = imagined;
        setTokenIndex(index);
    }

    /// A token of the given type in front of this one.
    ParserToken imagine(int type) {
        Token missing = Token.of(type, "", token.span());
        return new ParserToken(missing, type, getTokenIndex(), true);
    }

    Token token() {
        return token;
    }
}
