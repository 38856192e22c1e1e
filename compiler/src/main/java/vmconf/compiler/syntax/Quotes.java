package vmconf.compiler.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.misc.IntervalSet;
import vmconf.grammar.VmConf;

/// Advice where a token would fit with quotes, or without.
final class Quotes {
    private final TokenWindow window;

    Quotes(TokenWindow window) {
        this.window = window;
    }

    /// Advice where only the quotes are wrong.
    Optional<String> help(IntervalSet expected, ParserToken token) {
        if (isQuotedNumber(expected, token)) {
            return Optional.of("write the number without quotes");
        }
        return isUnquotedName(expected, token)
                ? Optional.of(
                        "to use it as a name, write it in quotes: \"" + token.getText() + "\"")
                : Optional.empty();
    }

    /// The same as an edit.
    Optional<SyntaxProblem.Repair> repair(IntervalSet expected, ParserToken token) {
        if (isQuotedNumber(expected, token)) {
            return Repairs.unquoted(token.token());
        }
        boolean last =
                switch (window.LA(2)) {
                    case VmConf.NL, VmConf.OPEN, VmConf.CLOSE, VmConf.INSTANCE -> true;
                    default -> window.ahead(2).token().isEnd();
                };
        return isUnquotedName(expected, token)
                ? Repairs.quoted(token.token(), last)
                : Optional.empty();
    }

    private static boolean isQuotedNumber(IntervalSet expected, ParserToken token) {
        return expected.contains(VmConf.INT)
                && !expected.contains(VmConf.WORD)
                && token.token().quoted();
    }

    private static boolean isUnquotedName(IntervalSet expected, ParserToken token) {
        boolean keyword = Vocabulary.NATIVE.keyword(token.getText()).isPresent();
        return expected.contains(VmConf.WORD)
                && !token.token().quoted()
                && (keyword || token.getType() == VmConf.INT);
    }
}
