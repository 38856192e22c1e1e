package vmconf.lsp.navigation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;

/// All places that name what is named at a place.
public final class References {
    private References() {}

    /// Those in every root that reads the document.
    ///
    /// @param definitions the definitions, too
    public static List<Location> at(Question question, boolean definitions) {
        Optional<Symbol> symbol =
                Index.of(question.analysis()).at(question).map(Occurrence::symbol);
        Set<Location> found = new LinkedHashSet<>();
        if (symbol.isPresent()) {
            for (Analysis analysis : question.view().reading(question.uri())) {
                Index.of(analysis).of(symbol.get()).stream()
                        .filter(each -> definitions || !each.isDefinition())
                        .flatMap(each -> analysis.location(each.span()).stream())
                        .forEach(found::add);
            }
        }
        return new ArrayList<>(found);
    }

    /// Those in the document itself, by what they do there.
    public static List<DocumentHighlight> inDocument(Question question) {
        Index index = Index.of(question.analysis());
        return index.at(question).stream()
                .flatMap(named -> index.of(named.symbol()).stream())
                .filter(each -> question.holds(each.span()))
                .map(each -> highlight(question, each))
                .distinct()
                .toList();
    }

    private static DocumentHighlight highlight(Question question, Occurrence each) {
        return new DocumentHighlight(
                question.range(each.span()),
                each.isDefinition() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
    }
}
