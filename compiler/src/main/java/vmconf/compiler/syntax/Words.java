package vmconf.compiler.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;

/// Arguments from what the parser found. One that is missing becomes an unknown word, as a problem
/// has been reported.
final class Words {
    private Words() {}

    /// Adjacent words, joined without a separator.
    static Word string(VmConf.@Nullable StringContext context, ParserRuleContext directive) {
        if (context == null || context.exception != null || context.WORD().isEmpty()) {
            return Word.unknown(Spans.of(directive.start));
        }
        List<TerminalNode> words = context.WORD();
        if (words.size() == 1) {
            return of(words.getFirst(), directive);
        }
        boolean known = words.stream().allMatch(word -> token(word).problem().isEmpty());
        String text = words.stream().map(word -> token(word).text()).collect(Collectors.joining());
        return new Word(text, Spans.of(context), known ? Word.Kind.JOINED : Word.Kind.UNKNOWN);
    }

    /// A user and group.
    static Word account(VmConf.@Nullable AccountContext context, ParserRuleContext directive) {
        if (context == null || context.exception != null) {
            return Word.unknown(Spans.of(directive.start));
        }
        return of(context.INT() == null ? context.WORD() : context.INT(), directive);
    }

    static Word of(@Nullable TerminalNode node, ParserRuleContext directive) {
        if (node == null) {
            return Word.unknown(Spans.of(directive.start));
        }
        Token token = token(node);
        if (token.problem().isPresent()) {
            return Word.unknown(token.span());
        }
        Word.Kind kind = token.type() == VmConf.INT ? Word.Kind.INT : Word.Kind.WORD;
        return new Word(token.text(), token.span(), kind);
    }

    private static Token token(TerminalNode node) {
        return ((ParserToken) node.getSymbol()).token();
    }
}
