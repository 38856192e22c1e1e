package vmconf.compiler.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.misc.IntervalSet;
import vmconf.grammar.VmConf;

/// Tokens in the words of people.
final class Wording {
    private Wording() {}

    /// What a set of token types allows: `a word, a number or "format"`.
    static String list(IntervalSet types) {
        List<String> words =
                types.toList().stream()
                        .filter(type -> type > 0)
                        .map(Wording::type)
                        .distinct()
                        .collect(Collectors.toList());
        if (words.size() <= 1) {
            return words.isEmpty() ? "end of file" : words.getFirst();
        }
        String last = words.removeLast();
        return String.join(", ", words) + " or " + last;
    }

    private static String type(int type) {
        return switch (type) {
            case VmConf.WORD -> "a word";
            case VmConf.INT -> "a number";
            case VmConf.NL -> "end of line";
            default -> VmConf.VOCABULARY.getLiteralName(type).replace('\'', '"');
        };
    }

    /// A token as found: `"memry"`, `end of line`.
    static String found(ParserToken token) {
        Token written = token.token();
        if (written.isEnd()) {
            return "end of file";
        }
        if (written.isNewline()) {
            return "end of line";
        }
        String text = token.getText();
        if (text.equals("\r")) {
            return "a carriage return";
        }
        return text.length() == 1 && text.charAt(0) < ' '
                ? "the byte 0x%02x".formatted((int) text.charAt(0))
                : "\"" + text + "\"";
    }
}
