package vmconf.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlineValue;
import org.eclipse.lsp4j.InlineValueParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.lsp.completion.Completion;
import vmconf.lsp.completion.Signatures;
import vmconf.lsp.diagnostics.Reports;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.Text;
import vmconf.lsp.hints.InlayHints;
import vmconf.lsp.hints.InlineValues;
import vmconf.lsp.hints.Lenses;
import vmconf.lsp.symbols.DocumentSymbols;
import vmconf.lsp.symbols.Folding;
import vmconf.lsp.symbols.Selections;
import vmconf.lsp.symbols.SemanticColours;
import vmconf.lsp.workspace.Question;

/// Messages about documents: each goes to the class that answers it.
final class Documents implements NavigationRequests, EditRequests {
    private final Session session;
    private final SemanticColours colours = new SemanticColours();

    Documents(Session session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        Text text = new Text(item.getText(), session.features().encoding());
        Document document = new Document(item.getUri(), item.getVersion(), text);
        session.update(snapshot -> snapshot.opened(document));
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
        Completion completion =
                new Completion(session.features().snippets(), session.features().resolves());
        return session.ask(
                params,
                Either.forRight(new CompletionList(false, List.of())),
                question ->
                        Either.forRight(session.features().display().of(completion.at(question))));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return CompletableFuture.completedFuture(
                session.features().display().of(Completion.resolved(item)));
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return session.ask(params, Optional.<SignatureHelp>empty(), Signatures::at)
                .thenApply(help -> help.map(session.features().display()::of).orElse(null));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return session.ask(params, Optional.<Hover>empty(), vmconf.lsp.hover.Hover::at)
                .thenApply(hover -> hover.map(session.features().display()::of).orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        boolean nested = session.features().nestedSymbols();
        return session.askWhole(
                params.getTextDocument(), List.of(), question -> symbols(question, nested));
    }

    @SuppressWarnings("deprecation") // Clients that know no nested symbols take these alone.
    private static List<Either<SymbolInformation, DocumentSymbol>> symbols(
            Question question, boolean nested) {
        List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
        if (nested) {
            DocumentSymbols.of(question).forEach(each -> symbols.add(Either.forRight(each)));
        } else {
            DocumentSymbols.flat(question).forEach(each -> symbols.add(Either.forLeft(each)));
        }
        return symbols;
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        boolean lines = session.features().foldsLines();
        return session.askWhole(
                params.getTextDocument(), List.of(), question -> Folding.of(question, lines));
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return session.askWhole(
                params.getTextDocument(),
                List.of(),
                question ->
                        params.getPositions().stream()
                                .map(each -> question.at(question.text().offset(each)))
                                .map(Selections::at)
                                .toList());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return session.askWhole(
                params.getTextDocument(), new SemanticTokens(List.of()), colours::all);
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return session.askWhole(
                params.getTextDocument(),
                Either.forLeft(new SemanticTokens(List.of())),
                question -> colours.since(question, params.getPreviousResultId()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return session.askWhole(
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                question -> colours.in(question, params.getRange()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return session.askWhole(
                params.getTextDocument(),
                List.of(),
                question -> InlayHints.of(question, params.getRange()));
    }

    @Override
    public CompletableFuture<List<InlineValue>> inlineValue(InlineValueParams params) {
        return session.askWhole(
                params.getTextDocument(),
                List.of(),
                question -> InlineValues.of(question, params.getRange()));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return session.askWhole(params.getTextDocument(), List.of(), Lenses::of);
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        return session.askWhole(
                params.getTextDocument(),
                new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())),
                question ->
                        Reports.of(
                                question.view(),
                                question.document(),
                                session.findings().of(question.view()),
                                params.getPreviousResultId(),
                                session.features().relatedDocuments()));
    }
}
