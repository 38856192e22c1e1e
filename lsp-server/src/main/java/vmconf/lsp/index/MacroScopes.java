package vmconf.lsp.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Which definition of a macro holds at a place, as a macro may be defined anew.
final class MacroScopes {
    /// From a place in the reading on, a definition holds.
    private record Definition(int statement, Span value) {}

    private final List<Directive> statements;
    private final Map<String, List<Definition>> definitions = new HashMap<>();
    private final IdentityHashMap<SourceFile, List<Integer>> byFile = new IdentityHashMap<>();

    MacroScopes(Analysis analysis) {
        this.statements = analysis.config().statements();
        for (int i = 0; i < statements.size(); i++) {
            Directive each = statements.get(i);
            if (each instanceof Directive.Macro macro && macro.name().known()) {
                definitions
                        .computeIfAbsent(macro.name().text(), _ -> new ArrayList<>())
                        .add(new Definition(i, macro.name().span()));
            }
            byFile.computeIfAbsent(each.span().file(), _ -> new ArrayList<>()).add(i);
        }
    }

    /// The name of the definition that holds where a macro is used; the last one where none does.
    Optional<Span> holding(Occurrence use) {
        List<Definition> all = definitions.getOrDefault(use.symbol().name(), List.of());
        int statement = statementAt(use.span());
        return all.stream()
                .filter(each -> each.statement < statement)
                .reduce((_, last) -> last)
                .or(() -> all.stream().findFirst())
                .map(Definition::value);
    }

    private int statementAt(Span place) {
        List<Integer> inFile = byFile.getOrDefault(place.file(), List.of());
        for (int each : inFile) {
            Span span = statements.get(each).span();
            if (span.start() <= place.start() && place.start() <= span.end()) {
                return each;
            }
        }
        return Integer.MAX_VALUE;
    }
}
