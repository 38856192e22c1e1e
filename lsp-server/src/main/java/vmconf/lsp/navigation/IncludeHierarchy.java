package vmconf.lsp.navigation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.index.Symbol.Kind;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.LoadedFile;
import vmconf.lsp.workspace.Question;
import vmconf.lsp.workspace.View;

/// Who includes whom, in the terms of calls: a file calls what it includes.
public final class IncludeHierarchy {
    private IncludeHierarchy() {}

    /// The file that an include at the place names; elsewhere the document itself.
    public static List<CallHierarchyItem> at(Question question) {
        String uri =
                Index.of(question.analysis())
                        .at(question)
                        .map(Occurrence::symbol)
                        .filter(symbol -> symbol.kind() == Kind.FILE)
                        .map(Symbol::name)
                        .orElse(question.uri());
        return List.of(item(question.view(), uri));
    }

    /// The files that include a file.
    public static List<CallHierarchyIncomingCall> incoming(View view, String uri) {
        Map<String, LinkedHashSet<Range>> from = new LinkedHashMap<>();
        Symbol file = new Symbol(Kind.FILE, FileUri.key(uri));
        for (Analysis analysis : view.roots()) {
            for (Occurrence each : Index.of(analysis).of(file)) {
                analysis.location(each.span())
                        .ifPresent(
                                place ->
                                        from.computeIfAbsent(
                                                        place.getUri(), _ -> new LinkedHashSet<>())
                                                .add(place.getRange()));
            }
        }
        return from.entrySet().stream()
                .map(
                        each ->
                                new CallHierarchyIncomingCall(
                                        item(view, each.getKey()),
                                        new ArrayList<>(each.getValue())))
                .toList();
    }

    /// The files that a file includes.
    public static List<CallHierarchyOutgoingCall> outgoing(View view, String uri) {
        Map<String, LinkedHashSet<Range>> to = new LinkedHashMap<>();
        for (Analysis analysis : view.reading(uri)) {
            for (Occurrence each : Index.of(analysis).in(uri)) {
                Optional<Location> place = analysis.location(each.span());
                if (each.symbol().kind() == Kind.FILE && place.isPresent()) {
                    to.computeIfAbsent(each.symbol().name(), _ -> new LinkedHashSet<>())
                            .add(place.get().getRange());
                }
            }
        }
        return to.entrySet().stream()
                .map(
                        each ->
                                new CallHierarchyOutgoingCall(
                                        item(view, each.getKey()),
                                        new ArrayList<>(each.getValue())))
                .toList();
    }

    private static CallHierarchyItem item(View view, String uri) {
        Optional<Path> path = FileUri.path(uri);
        String name = path.map(Path::getFileName).map(Path::toString).orElse(uri);
        Position start = new Position(0, 0);
        Range all =
                loaded(view, uri)
                        .map(file -> file.text().range(0, file.text().content().length()))
                        .orElse(new Range(start, start));
        CallHierarchyItem item =
                new CallHierarchyItem(name, SymbolKind.File, uri, all, new Range(start, start));
        path.map(Path::getParent).ifPresent(folder -> item.setDetail(folder.toString()));
        return item;
    }

    private static Optional<LoadedFile> loaded(View view, String uri) {
        String key = FileUri.key(uri);
        return view.reading(uri).stream()
                .flatMap(analysis -> analysis.files().stream())
                .filter(file -> FileUri.key(file.uri()).equals(key))
                .findFirst();
    }
}
