package vmconf.lsp.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import vmconf.lsp.index.Occurrence.Role;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.LoadedFile;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// Every place in a root and its includes where something is named.
public final class Index {
    private final Analysis analysis;
    private final MacroScopes scopes;
    private final Map<Symbol, List<Occurrence>> bySymbol = new LinkedHashMap<>();
    private final Map<String, List<Occurrence>> byFile = new LinkedHashMap<>();

    private Index(Analysis analysis) {
        this.analysis = analysis;
        this.scopes = new MacroScopes(analysis);
        Collector collector = new Collector(analysis);
        collector.all().forEach(this::add);
        byFile.values()
                .forEach(all -> all.sort(Comparator.comparingInt(each -> each.span().start())));
    }

    /// The index of an analysis.
    public static Index of(Analysis analysis) {
        return analysis.derived(Index.class, Index::new);
    }

    private void add(Occurrence occurrence) {
        Optional<LoadedFile> file = analysis.file(occurrence.span());
        if (file.isPresent()) {
            String key = FileUri.key(file.get().uri());
            bySymbol.computeIfAbsent(occurrence.symbol(), _ -> new ArrayList<>()).add(occurrence);
            byFile.computeIfAbsent(key, _ -> new ArrayList<>()).add(occurrence);
        }
    }

    /// What is named at a place; a macro before what it yields.
    public Optional<Occurrence> at(Question question) {
        return in(question.uri()).stream()
                .filter(each -> each.covers(question.offset()))
                .min(Comparator.comparing(each -> each.symbol().kind()));
    }

    /// All that is named in a file, in the order of its text; twice where the file is read twice.
    public List<Occurrence> in(String uri) {
        return byFile.getOrDefault(FileUri.key(uri), List.of());
    }

    /// All places that name something.
    public List<Occurrence> of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /// All symbols of a kind that are defined, in the order in which they are.
    public List<Symbol> defined(Symbol.Kind kind) {
        return bySymbol.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .filter(each -> each.getValue().stream().anyMatch(Occurrence::isDefinition))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Where what is named at a place is defined: for a macro, the definition that holds there.
    public List<Span> definitions(Occurrence occurrence) {
        if (occurrence.symbol().kind() == Symbol.Kind.MACRO && !occurrence.isDefinition()) {
            Optional<Span> holding = scopes.holding(occurrence);
            if (holding.isPresent()) {
                return List.of(holding.get());
            }
        }
        return of(occurrence.symbol()).stream()
                .filter(each -> each.role() == Role.DEFINITION)
                .map(Occurrence::span)
                .limit(1)
                .toList();
    }

    /// Places of occurrences, each once.
    public static List<Location> locations(Analysis analysis, List<Span> spans) {
        return spans.stream().flatMap(span -> analysis.location(span).stream()).distinct().toList();
    }
}
