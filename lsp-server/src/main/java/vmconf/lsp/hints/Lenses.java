package vmconf.lsp.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;

/// Lines above blocks that say who uses them: instances of a VM, interfaces that join a switch; and
/// above a fragment, which root it is read from.
public final class Lenses {
    /// The command that shows places; a client that knows it does so, others say so.
    public static final String SHOW = "vmconf.showReferences";

    /// The command that lets the user choose a root for a fragment.
    public static final String CHOOSE_ROOT = "vmconf.chooseRoot";

    private Lenses() {}

    /// None when the user wants none.
    public static List<CodeLens> of(Question question) {
        if (!question.view().snapshot().preferences().lenses()) {
            return List.of();
        }
        Index index = Index.of(question.analysis());
        return Stream.concat(
                        root(question),
                        index.in(question.uri()).stream()
                                .filter(Occurrence::isDefinition)
                                .filter(each -> each.symbol().kind() != Symbol.Kind.MACRO)
                                .filter(each -> isFirst(index, each))
                                .flatMap(each -> lens(question, index, each)))
                .distinct()
                .toList();
    }

    private static boolean isFirst(Index index, Occurrence definition) {
        return index.definitions(definition).equals(List.of(definition.span()));
    }

    private static Stream<CodeLens> lens(Question question, Index index, Occurrence definition) {
        List<Location> users = new ArrayList<>();
        for (Occurrence each : index.of(definition.symbol())) {
            if (!each.isDefinition()) {
                question.analysis().location(each.span()).ifPresent(users::add);
            }
        }
        boolean vm = definition.symbol().kind() == Symbol.Kind.VM;
        if (users.isEmpty()) {
            return Stream.of();
        }
        String title =
                users.size() + (vm ? " instance" : " interface") + (users.size() == 1 ? "" : "s");
        Range range = question.range(definition.span());
        Command command =
                new Command(title, SHOW, List.of(question.uri(), range.getStart(), users));
        return Stream.of(new CodeLens(range, command, null));
    }

    private static Stream<CodeLens> root(Question question) {
        List<Analysis> roots = question.view().reading(question.uri());
        Analysis first = question.analysis();
        boolean own =
                first.source(question.uri())
                        .map(each -> each == first.config().file())
                        .orElse(true);
        if (own && roots.size() < 2) {
            return Stream.of();
        }
        String others = roots.size() < 2 ? "" : " (" + roots.size() + " roots)";
        Position top = new Position(0, 0);
        Command command =
                new Command(
                        "read from " + first.name() + others, CHOOSE_ROOT, List.of(question.uri()));
        return Stream.of(new CodeLens(new Range(top, top), command, null));
    }
}
