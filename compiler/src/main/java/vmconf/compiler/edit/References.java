package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Where a macro is referred to, and which definition holds there.
final class References {
    private final Tree tree;
    private final String name;
    private final Set<Directive> definitions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, NavigableMap<Integer, Integer>> byFile = new HashMap<>();

    /// A reference.
    ///
    /// @param statement the block or line that it stands in
    record Use(Span span, Directive statement) {
        /// Where it stands, for people.
        String shown() {
            String label = Contents.label(statement);
            return Lines.of(span) + (label.isEmpty() ? "" : " (" + label + ")");
        }
    }

    References(Tree tree, String name) {
        this.tree = tree;
        this.name = name;
        for (MacroDefinition each : tree.config().macros()) {
            if (each.name().equals(name)) {
                each.directive().ifPresent(definitions::add);
            }
        }
    }

    private NavigableMap<Integer, Integer> collect(SourceFile file) {
        NavigableMap<Integer, Integer> uses = new TreeMap<>();
        for (Written piece : Pieces.of(file, 0, file.text().length(), tree.vocabulary()).all()) {
            if (piece.macro().filter(name::equals).isPresent()) {
                uses.put(piece.start(), piece.end());
            }
        }
        return uses;
    }

    /// The definition that holds where a statement stands; none for a macro of the command line.
    Optional<Directive.Macro> definitionAt(Directive statement) {
        Optional<Directive.Macro> definition = Optional.empty();
        for (Directive each : tree.config().statements()) {
            if (each.equals(statement)) {
                break;
            }
            if (definitions.contains(each) && each instanceof Directive.Macro macro) {
                definition = Optional.of(macro);
            }
        }
        return definition;
    }

    /// Every place for which a definition holds.
    List<Use> of(Directive.Macro definition) {
        List<Use> uses = new ArrayList<>();
        boolean holds = false;
        for (Directive statement : tree.config().statements()) {
            if (holds) {
                uses.addAll(in(statement));
            }
            if (definitions.contains(statement)) {
                holds = statement.equals(definition);
            }
        }
        return uses;
    }

    private List<Use> in(Directive statement) {
        Span span = statement.span();
        NavigableMap<Integer, Integer> file =
                byFile.computeIfAbsent(span.file().name(), _ -> collect(span.file()));
        List<Use> uses = new ArrayList<>();
        file.subMap(span.start(), true, Math.max(span.start(), span.end()), false)
                .forEach(
                        (start, end) ->
                                uses.add(
                                        new Use(
                                                new Span(span.file(), start, end, span.origin()),
                                                statement)));
        return uses;
    }
}
