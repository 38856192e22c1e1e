package vmconf.compiler.edit;

import java.util.Optional;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Line;
import vmconf.compiler.syntax.LineParser;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Scanner;
import vmconf.source.SourceFile;

/// Whether the grammar takes a directive as it is going to be written: `cpus "2"` it does not.
record Trial(Tree tree, Place place) {

    boolean reads(String directive) {
        SourceFile file = SourceFile.of("", inPlace(directive));
        Scanner scanner = new Scanner(file, tree.vocabulary(), this::macro);
        LineParser parser = new LineParser(scanner, tree.vocabulary());
        for (Optional<Line> line = parser.next(); line.isPresent(); line = parser.next()) {
            if (!line.get().problems().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private String inPlace(String directive) {
        return switch (place) {
            case FILE, GLOBAL -> directive + "\n";
            case SWITCH -> "switch x {\n" + directive + "\n}\n";
            case VM -> "vm x {\n" + directive + "\n}\n";
            case INTERFACE -> "vm x {\ninterface {\n" + directive + "\n}\n}\n";
            case INSTANCE_FLAG -> "vm x {\nallow instance {\n" + directive + "\n}\n}\n";
            case AGENTX -> "agentx " + directive + "\n";
        };
    }

    /// The last definition; that one which holds at the place is nearly always the same.
    private Optional<Macros.Macro> macro(String name) {
        Config config = tree.config();
        return config.macros().stream()
                .filter(each -> each.name().equals(name))
                .reduce((_, last) -> last)
                .flatMap(MacroDefinition::directive)
                .map(each -> new Macros.Macro(name, each.value().text(), Optional.empty()))
                .or(() -> Optional.of(new Macros.Macro(name, "x", Optional.empty())));
    }
}
