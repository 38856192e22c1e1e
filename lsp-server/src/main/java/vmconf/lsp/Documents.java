package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.Text;
import vmconf.lsp.feature.Completion;
import vmconf.lsp.feature.Definition;
import vmconf.lsp.feature.Symbols;

/// Messages about documents.
final class Documents implements TextDocumentService {
    private final Session session;

    Documents(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        Text text = new Text(item.getText(), session.features().encoding());
        Document document = new Document(item.getUri(), item.getVersion(), text);
        session.update(snapshot -> snapshot.with(document));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier id = params.getTextDocument();
        session.update(
                snapshot ->
                        snapshot.document(id.getUri())
                                .map(
                                        document ->
                                                document.edit(
                                                        id.getVersion(),
                                                        params.getContentChanges()))
                                .map(snapshot::with)
                                .orElse(snapshot));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        session.update(snapshot -> snapshot.without(params.getTextDocument().getUri()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.update(snapshot -> snapshot.again());
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
            CompletionParams params) {
        Completion completion = new Completion(session.features().snippets());
        return session.ask(
                params.getTextDocument(),
                params.getPosition(),
                Either.forRight(new CompletionList(false, List.of())),
                question -> Either.forRight(completion.at(question)));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return session.ask(
                        params.getTextDocument(),
                        params.getPosition(),
                        Optional.<Hover>empty(),
                        vmconf.lsp.feature.Hover::at)
                .thenApply(hover -> hover.orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return session.ask(
                params.getTextDocument(),
                params.getPosition(),
                Either.forLeft(List.of()),
                question -> Either.forLeft(Definition.at(question)));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return session.askAbout(
                params.getTextDocument(),
                List.of(),
                (document, analysis) ->
                        Symbols.of(document, analysis).stream()
                                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                                .toList());
    }
}
