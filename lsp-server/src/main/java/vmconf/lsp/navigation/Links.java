package vmconf.lsp.navigation;

import java.util.List;
import org.eclipse.lsp4j.DocumentLink;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.Question;

/// The paths of includes, as links to the files that are read there.
public final class Links {
    private Links() {}

    public static List<DocumentLink> of(Question question) {
        return Index.of(question.analysis()).in(question.uri()).stream()
                .filter(each -> each.symbol().kind() == Symbol.Kind.FILE)
                .filter(each -> question.analysis().reads(each.symbol().name()))
                .map(each -> link(question, each))
                .distinct()
                .toList();
    }

    private static DocumentLink link(Question question, Occurrence each) {
        String uri = each.symbol().name();
        String path = FileUri.path(uri).map(Object::toString).orElse(uri);
        return new DocumentLink(question.range(each.span()), uri, null, "open " + path);
    }
}
