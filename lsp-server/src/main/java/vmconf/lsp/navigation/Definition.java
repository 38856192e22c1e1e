package vmconf.lsp.navigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.index.Symbol.Kind;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// Where what is named at a place is defined; and from an instance to its parent, from a parent to
/// its instances.
public final class Definition {
    private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

    private Definition() {}

    /// Where it is defined: in every root that reads the document.
    public static List<LocationLink> at(Question question) {
        return links(question, Definition::definitions);
    }

    /// The VM of which the one at the place is an instance; for other things, where they are
    /// defined.
    public static List<LocationLink> parent(Question question) {
        return links(
                question,
                (analysis, named) ->
                        named.symbol().kind() == Kind.VM
                                ? parents(analysis, named)
                                : definitions(analysis, named));
    }

    /// The instances of a VM; the interfaces that join a switch.
    public static List<LocationLink> children(Question question) {
        return links(question, Definition::children);
    }

    private interface Search {
        Stream<Location> from(Analysis analysis, Occurrence named);
    }

    private static List<LocationLink> links(Question question, Search search) {
        Optional<Occurrence> named = Index.of(question.analysis()).at(question);
        if (named.isEmpty()) {
            return List.of();
        }
        Range origin = question.range(named.get().span());
        return question.view().reading(question.uri()).stream()
                .flatMap(
                        analysis ->
                                same(analysis, question).stream()
                                        .flatMap(each -> search.from(analysis, each)))
                .distinct()
                .map(place -> link(place, origin))
                .toList();
    }

    private static Optional<Occurrence> same(Analysis analysis, Question question) {
        return Index.of(analysis)
                .at(
                        new Question(
                                question.view(), analysis, question.document(), question.offset()));
    }

    private static LocationLink link(Location place, Range origin) {
        return new LocationLink(place.getUri(), place.getRange(), place.getRange(), origin);
    }

    private static Stream<Location> definitions(Analysis analysis, Occurrence named) {
        return named.symbol().kind() == Kind.FILE
                ? Stream.of(new Location(named.symbol().name(), START))
                        .filter(file -> analysis.reads(file.getUri()))
                : places(analysis, Index.of(analysis).definitions(named).stream());
    }

    private static Stream<Location> parents(Analysis analysis, Occurrence named) {
        Index index = Index.of(analysis);
        return analysis
                .config()
                .vmNamed(named.symbol().name())
                .flatMap(vm -> vm.parent())
                .map(parent -> new Symbol(Kind.VM, parent.text()))
                .stream()
                .flatMap(parent -> places(analysis, definitionsOf(index, parent)));
    }

    private static Stream<Span> definitionsOf(Index index, Symbol symbol) {
        return index.of(symbol).stream()
                .filter(Occurrence::isDefinition)
                .map(Occurrence::span)
                .limit(1);
    }

    private static Stream<Location> children(Analysis analysis, Occurrence named) {
        Index index = Index.of(analysis);
        if (named.symbol().kind() == Kind.VM) {
            return analysis.config()
                    .vms()
                    .filter(vm -> vm.parent().stream().anyMatch(p -> is(named, p.text())))
                    .map(vm -> new Symbol(Kind.VM, vm.name().text()))
                    .flatMap(child -> places(analysis, definitionsOf(index, child)));
        }
        return named.symbol().kind() == Kind.SWITCH
                ? places(
                        analysis,
                        index.of(named.symbol()).stream()
                                .filter(each -> !each.isDefinition())
                                .map(Occurrence::span))
                : Stream.of();
    }

    private static boolean is(Occurrence named, String name) {
        return named.symbol().name().equals(name);
    }

    private static Stream<Location> places(Analysis analysis, Stream<Span> spans) {
        return spans.flatMap(span -> analysis.location(span).stream());
    }
}
