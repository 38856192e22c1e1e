package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import vmconf.lsp.document.PositionEncoding;

/// What the client can do, as far as it matters here.
///
/// @param settings it answers `workspace/configuration`
/// @param watchedSettings it tells about changed settings when asked to
/// @param watchedFiles it watches files when asked to
record ClientFeatures(
        PositionEncoding encoding,
        boolean snippets,
        boolean relatedInformation,
        boolean settings,
        boolean watchedSettings,
        boolean watchedFiles) {

    /// Of a client that has told nothing.
    static final ClientFeatures NONE =
            new ClientFeatures(PositionEncoding.UTF16, false, false, false, false, false);

    static ClientFeatures of(Optional<ClientCapabilities> all) {
        Optional<TextDocumentClientCapabilities> text =
                get(all, ClientCapabilities::getTextDocument);
        Optional<WorkspaceClientCapabilities> workspace =
                get(all, ClientCapabilities::getWorkspace);
        return new ClientFeatures(
                PositionEncoding.negotiate(encodings(all)),
                isTrue(
                        get(
                                get(
                                        get(text, TextDocumentClientCapabilities::getCompletion),
                                        CompletionCapabilities::getCompletionItem),
                                CompletionItemCapabilities::getSnippetSupport)),
                isTrue(
                        get(
                                get(text, TextDocumentClientCapabilities::getPublishDiagnostics),
                                PublishDiagnosticsCapabilities::getRelatedInformation)),
                isTrue(get(workspace, WorkspaceClientCapabilities::getConfiguration)),
                isTrue(
                        get(
                                get(
                                        workspace,
                                        WorkspaceClientCapabilities::getDidChangeConfiguration),
                                DidChangeConfigurationCapabilities::getDynamicRegistration)),
                isTrue(
                        get(
                                get(
                                        workspace,
                                        WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                                DidChangeWatchedFilesCapabilities::getDynamicRegistration)));
    }

    private static List<String> encodings(Optional<ClientCapabilities> all) {
        return get(
                        get(all, ClientCapabilities::getGeneral),
                        GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of());
    }

    private static <T, R> Optional<R> get(Optional<T> from, Function<T, R> member) {
        return from.map(member);
    }

    private static boolean isTrue(Optional<Boolean> flag) {
        return flag.orElse(false);
    }
}
