package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Token;
import vmconf.grammar.VmConf;

/// The macros that a file's own text defines above a place. Any other one stands for a word, so
/// that what sticks to it is one piece with it.
final class VisibleMacros implements Macros {
    private static final String A_WORD = "x";

    private final Map<String, Macro> defined = new HashMap<>();
    private final List<Token> line = new ArrayList<>(3);

    /// Whether a token comes from a macro that is not visible.
    static boolean isUnknown(Token token) {
        return token.span()
                .origin()
                .expansion()
                .filter(each -> each.definition().isEmpty())
                .isPresent();
    }

    @Override
    public Optional<Macro> use(String name) {
        Macro macro = defined.get(name);
        return Optional.of(macro != null ? macro : new Macro(name, A_WORD, Optional.empty()));
    }

    /// Takes the next token of the file: a line that defines a macro counts once it has ended.
    void pass(Token token) {
        if (!token.isNewline()) {
            if (line.size() <= 3) {
                line.add(token);
            }
            return;
        }
        if (line.size() == 3 && line.get(1).type() == VmConf.EQUALS) {
            String name = line.get(0).text();
            Token value = line.get(2);
            defined.put(name, new Macro(name, value.text(), Optional.of(value.span())));
        }
        line.clear();
    }
}
