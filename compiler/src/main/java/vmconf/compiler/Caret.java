package vmconf.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Expectation;
import vmconf.compiler.syntax.Expectations;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Token;
import vmconf.source.SourceFile;

/// A place in a file that is being written.
public final class Caret {
    private Caret() {}

    /// What may stand at an offset of a file.
    ///
    /// @param config what the file was last read as, itself or as a part of another file; the
    /// macros
    ///     come from there
    public static Expectation expectation(SourceFile file, int offset, Config config) {
        return new Expectations(config.target().vocabulary(), macros(config)).at(file, offset);
    }

    /// The token of a file that covers an offset, or ends there. Includes are not followed.
    public static Optional<Token> tokenAt(SourceFile file, int offset, Config config) {
        List<Macros.Macro> macros = macros(config);
        Scanner scanner =
                new Scanner(file, config.target().vocabulary(), name -> named(name, macros));
        Optional<Token> found = Optional.empty();
        for (Token token = scanner.next(); !token.isEnd(); token = scanner.next()) {
            if (token.span().start() > offset) {
                break;
            }
            if (token.span().end() >= offset && !token.isNewline()) {
                found = Optional.of(token);
            }
        }
        return found;
    }

    /// The value of a macro that some file defines.
    public static Optional<String> macroValue(String name, Config config) {
        return named(name, macros(config)).map(Macros.Macro::value);
    }

    private static Optional<Macros.Macro> named(String name, List<Macros.Macro> macros) {
        return macros.stream().filter(macro -> macro.name().equals(name)).findFirst();
    }

    private static List<Macros.Macro> macros(Config config) {
        Map<String, Macros.Macro> macros = new LinkedHashMap<>();
        for (MacroDefinition each : config.macros()) {
            macros.put(
                    each.name(),
                    new Macros.Macro(
                            each.name(),
                            each.value(),
                            each.directive().map(directive -> directive.value().span())));
        }
        return new ArrayList<>(macros.values());
    }
}
