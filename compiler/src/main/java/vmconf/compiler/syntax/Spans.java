package vmconf.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import vmconf.source.Span;

/// Where the parser's findings were written.
final class Spans {
    private Spans() {}

    /// From the first to the last token of a context.
    static Span of(ParserRuleContext context) {
        Span start = of(context.start);
        boolean empty =
                context.stop == null
                        || context.stop.getTokenIndex() < context.start.getTokenIndex();
        return empty ? start : start.to(of(context.stop));
    }

    static Span of(org.antlr.v4.runtime.Token token) {
        return ((ParserToken) token).token().span();
    }
}
