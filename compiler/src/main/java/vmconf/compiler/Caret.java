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
import vmconf.compiler.syntax.Vocabulary;
import vmconf.source.SourceFile;

/// A place in a file that is being written.
public final class Caret {
    private Caret() {}

    /// What may stand at an offset of a file.
    ///
    /// @param config what the file was last read as, itself or as a part of another file; the
    // macros
    ///     come from there
    public static Expectation expectation(SourceFile file, int offset, Config config) {
        Vocabulary vocabulary =
                switch (config.target()) {
                    case OPENBSD -> Vocabulary.OPENBSD;
                    case NATIVE -> Vocabulary.NATIVE;
                };
        return new Expectations(vocabulary, macros(config)).at(file, offset);
    }

    private static List<Macros.Macro> macros(Config config) {
        Map<String, Macros.Macro> macros = new LinkedHashMap<>();
        for (MacroDefinition each : config.macros()) {
            each.directive()
                    .ifPresent(
                            directive ->
                                    macros.put(
                                            each.name(),
                                            new Macros.Macro(
                                                    each.name(),
                                                    directive.value().text(),
                                                    Optional.of(directive.value().span()))));
        }
        return new ArrayList<>(macros.values());
    }
}
