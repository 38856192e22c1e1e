package vmconf.grammar.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;

/// The keywords of the grammar, by token type.
final class Vocabulary {
    private Vocabulary() {}

    /// All keywords in the order of the grammar.
    static List<String> keywords() {
        List<String> keywords = new ArrayList<>();
        for (int type = 0; type <= VmConf.VOCABULARY.getMaxTokenType(); type++) {
            keyword(type).ifPresent(keywords::add);
        }
        return keywords;
    }

    /// The keyword of a token type; empty for words, numbers and punctuation.
    static Optional<String> keyword(int tokenType) {
        return Optional.ofNullable(VmConf.VOCABULARY.getLiteralName(tokenType))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(word -> Character.isLetter(word.charAt(0)));
    }
}
