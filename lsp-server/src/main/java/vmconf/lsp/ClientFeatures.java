package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemResolveSupportCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.PositionEncoding;

/// What the client can do, as far as it matters here.
final class ClientFeatures {
    /// Of a client that has told nothing.
    static final ClientFeatures NONE = new ClientFeatures(Optional.empty());

    private final Optional<ClientCapabilities> all;
    private final Optional<TextDocumentClientCapabilities> text;
    private final Optional<WorkspaceClientCapabilities> workspace;
    private final Optional<WindowClientCapabilities> window;
    private final Display display;

    private ClientFeatures(Optional<ClientCapabilities> all) {
        this.all = all;
        this.text = get(all, ClientCapabilities::getTextDocument);
        this.workspace = get(all, ClientCapabilities::getWorkspace);
        this.window = get(all, ClientCapabilities::getWindow);
        this.display = new Display(text);
    }

    static ClientFeatures of(@Nullable ClientCapabilities all) {
        return new ClientFeatures(Optional.ofNullable(all));
    }

    PositionEncoding encoding() {
        return PositionEncoding.negotiate(
                get(
                                get(all, ClientCapabilities::getGeneral),
                                GeneralClientCapabilities::getPositionEncodings)
                        .orElse(List.of()));
    }

    boolean snippets() {
        return is(
                get(
                        get(text, TextDocumentClientCapabilities::getCompletion),
                        CompletionCapabilities::getCompletionItem),
                CompletionItemCapabilities::getSnippetSupport);
    }

    /// It asks for the documentation of a proposal when it shows that.
    boolean resolves() {
        return get(
                        get(
                                get(
                                        get(text, TextDocumentClientCapabilities::getCompletion),
                                        CompletionCapabilities::getCompletionItem),
                                CompletionItemCapabilities::getResolveSupport),
                        CompletionItemResolveSupportCapabilities::getProperties)
                .map(properties -> properties.contains("documentation"))
                .orElse(false);
    }

    boolean relatedInformation() {
        return is(
                get(text, TextDocumentClientCapabilities::getPublishDiagnostics),
                PublishDiagnosticsCapabilities::getRelatedInformation);
    }

    /// A diagnostic may say that text is unnecessary or deprecated.
    boolean diagnosticTags() {
        return get(
                        get(text, TextDocumentClientCapabilities::getPublishDiagnostics),
                        PublishDiagnosticsCapabilities::getTagSupport)
                .isPresent();
    }

    /// A diagnostic may say where its code is explained.
    boolean codeDescriptions() {
        return is(
                get(text, TextDocumentClientCapabilities::getPublishDiagnostics),
                PublishDiagnosticsCapabilities::getCodeDescriptionSupport);
    }

    /// How answers are shown.
    Display display() {
        return display;
    }

    /// Places may say how long the name is that led to them.
    ///
    /// @param request what the client has said about one of the requests for places
    /// @param flag whether it takes links there
    <T> boolean links(
            Function<TextDocumentClientCapabilities, @Nullable T> request,
            Function<T, @Nullable Boolean> flag) {
        return is(get(text, request), flag);
    }

    /// It takes code actions, not only commands.
    boolean codeActions() {
        return get(
                        get(text, TextDocumentClientCapabilities::getCodeAction),
                        CodeActionCapabilities::getCodeActionLiteralSupport)
                .isPresent();
    }

    /// It asks what a renaming would be about.
    boolean preparesRenames() {
        return is(
                get(text, TextDocumentClientCapabilities::getRename),
                RenameCapabilities::getPrepareSupport);
    }

    /// It asks for the content of documents that are no files.
    boolean documentContent() {
        return get(workspace, WorkspaceClientCapabilities::getTextDocumentContent).isPresent();
    }

    /// Symbols of a document may hold others.
    boolean nestedSymbols() {
        return is(
                get(text, TextDocumentClientCapabilities::getDocumentSymbol),
                DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport);
    }

    /// Only whole lines can be folded.
    boolean foldsLines() {
        return is(
                get(text, TextDocumentClientCapabilities::getFoldingRange),
                FoldingRangeCapabilities::getLineFoldingOnly);
    }

    /// It asks for diagnostics, also when it is told that others have changed.
    boolean pullsDiagnostics() {
        return get(text, TextDocumentClientCapabilities::getDiagnostic).isPresent()
                && is(
                        get(workspace, WorkspaceClientCapabilities::getDiagnostics),
                        DiagnosticWorkspaceCapabilities::getRefreshSupport);
    }

    /// A report of diagnostics may hold those of other documents.
    boolean relatedDocuments() {
        return is(
                get(text, TextDocumentClientCapabilities::getDiagnostic),
                DiagnosticCapabilities::getRelatedDocumentSupport);
    }

    /// It answers `workspace/configuration`.
    boolean settings() {
        return is(workspace, WorkspaceClientCapabilities::getConfiguration);
    }

    /// It tells about changed settings when asked to.
    boolean watchesSettings() {
        return is(
                get(workspace, WorkspaceClientCapabilities::getDidChangeConfiguration),
                DidChangeConfigurationCapabilities::getDynamicRegistration);
    }

    /// It watches files when asked to.
    boolean watchesFiles() {
        return is(
                get(workspace, WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                DidChangeWatchedFilesCapabilities::getDynamicRegistration);
    }

    boolean refreshesHints() {
        return is(
                get(workspace, WorkspaceClientCapabilities::getInlayHint),
                InlayHintWorkspaceCapabilities::getRefreshSupport);
    }

    boolean refreshesLenses() {
        return is(
                get(workspace, WorkspaceClientCapabilities::getCodeLens),
                CodeLensWorkspaceCapabilities::getRefreshSupport);
    }

    /// An edit may name the versions of documents.
    boolean versionedEdits() {
        return is(
                get(workspace, WorkspaceClientCapabilities::getWorkspaceEdit),
                WorkspaceEditCapabilities::getDocumentChanges);
    }

    /// An edit may create files.
    boolean createsFiles() {
        Optional<WorkspaceEditCapabilities> edits =
                get(workspace, WorkspaceClientCapabilities::getWorkspaceEdit);
        return is(edits, WorkspaceEditCapabilities::getDocumentChanges)
                && get(edits, WorkspaceEditCapabilities::getResourceOperations)
                        .map(kinds -> kinds.contains(ResourceOperationKind.Create))
                        .orElse(false);
    }

    boolean progress() {
        return is(window, WindowClientCapabilities::getWorkDoneProgress);
    }

    boolean showsDocuments() {
        return is(
                get(window, WindowClientCapabilities::getShowDocument),
                ShowDocumentCapabilities::isSupport);
    }

    private static <T, R> Optional<R> get(Optional<T> from, Function<T, @Nullable R> member) {
        return from.flatMap(value -> Optional.ofNullable(member.apply(value)));
    }

    private static <T> boolean is(Optional<T> from, Function<T, @Nullable Boolean> flag) {
        return get(from, flag).orElse(false);
    }
}
