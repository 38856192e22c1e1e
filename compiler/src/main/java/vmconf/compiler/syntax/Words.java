package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;

/// Arguments from what the parser found. One that is missing becomes an unknown word, as a problem
/// has been reported.
final class Words {
    private Words() {}

    /// Adjacent words, joined without a separator.
    static Word string(VmConf.@Nullable StringContext context, ParserRuleContext directive) {
        if (context == null || context.exception != null || context.words.isEmpty()) {
            return Word.unknown(Spans.of(directive.start));
        }
        return context.words.size() == 1
                ? of(context.words.getFirst(), directive)
                : joined(context);
    }

    private static Word joined(VmConf.StringContext context) {
        List<Token> words = context.words.stream().map(Words::token).toList();
        boolean known = words.stream().allMatch(word -> word.problem().isEmpty());
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.text()));
        return new Word(
                text.toString(), Spans.of(context), known ? Word.Kind.JOINED : Word.Kind.UNKNOWN);
    }

    /// The same, where it may be left out.
    static Optional<Word> optional(
            VmConf.@Nullable StringContext context, ParserRuleContext directive) {
        return context == null ? Optional.empty() : Optional.of(string(context, directive));
    }

    /// A user and group.
    static Word account(VmConf.@Nullable AccountContext context, ParserRuleContext directive) {
        return context == null || context.exception != null
                ? Word.unknown(Spans.of(directive.start))
                : of(context.text, directive);
    }

    static Word of(org.antlr.v4.runtime.@Nullable Token written, ParserRuleContext directive) {
        if (written == null) {
            return Word.unknown(Spans.of(directive.start));
        }
        Token token = token(written);
        if (token.problem().isPresent()) {
            return Word.unknown(token.span());
        }
        Word.Kind kind = token.type() == VmConf.INT ? Word.Kind.INT : Word.Kind.WORD;
        return new Word(token.text(), token.span(), kind);
    }

    /// The same, where it may be left out.
    static Optional<Word> optional(
            org.antlr.v4.runtime.@Nullable Token written, ParserRuleContext directive) {
        return written == null ? Optional.empty() : Optional.of(of(written, directive));
    }

    private static Token token(org.antlr.v4.runtime.Token written) {
        return ((ParserToken) written).token();
    }
}
