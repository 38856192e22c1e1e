package vmconf.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolOptions;
import vmconf.lsp.edits.Actions;
import vmconf.lsp.hints.Expanded;
import vmconf.lsp.symbols.TokenLegend;

/// What the server tells a client that it can do.
final class Abilities {
    private static final List<String> TRIGGERS = List.of("$", "\"", "'", "/");

    private Abilities() {}

    static ServerCapabilities of(ClientFeatures features) {
        ServerCapabilities all = new ServerCapabilities();
        all.setPositionEncoding(features.encoding().word());
        all.setTextDocumentSync(sync());
        all.setWorkspace(workspace(features));
        all.setCompletionProvider(new CompletionOptions(true, TRIGGERS));
        all.setSignatureHelpProvider(new SignatureHelpOptions(List.of(" "), List.of(" ")));
        all.setHoverProvider(true);
        navigation(all);
        edits(all, features);
        all.setDocumentSymbolProvider(true);
        WorkspaceSymbolOptions symbols = new WorkspaceSymbolOptions();
        symbols.setWorkDoneProgress(true);
        all.setWorkspaceSymbolProvider(symbols);
        all.setFoldingRangeProvider(true);
        all.setSelectionRangeProvider(true);
        all.setSemanticTokensProvider(
                new SemanticTokensWithRegistrationOptions(
                        TokenLegend.LEGEND, new SemanticTokensServerFull(true), true));
        all.setInlayHintProvider(true);
        all.setInlineValueProvider(true);
        all.setCodeLensProvider(new CodeLensOptions(false));
        all.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.NAMES));
        if (features.pullsDiagnostics()) {
            all.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, true));
        }
        return all;
    }

    private static void edits(ServerCapabilities all, ClientFeatures features) {
        all.setDocumentFormattingProvider(true);
        all.setDocumentRangeFormattingProvider(true);
        all.setDocumentOnTypeFormattingProvider(
                new DocumentOnTypeFormattingOptions("}", List.of("\n")));
        if (features.preparesRenames()) {
            all.setRenameProvider(new RenameOptions(true));
        } else {
            all.setRenameProvider(true);
        }
        all.setLinkedEditingRangeProvider(true);
        if (features.codeActions()) {
            all.setCodeActionProvider(new CodeActionOptions(Actions.KINDS));
        }
    }

    /// Includes follow files and folders to their new names.
    private static FileOperationsServerCapabilities files() {
        FileOperationsServerCapabilities files = new FileOperationsServerCapabilities();
        files.setWillRename(
                new FileOperationOptions(
                        List.of(
                                new FileOperationFilter(
                                        new FileOperationPattern("**/*"), "file"))));
        return files;
    }

    private static void navigation(ServerCapabilities all) {
        all.setDefinitionProvider(true);
        all.setDeclarationProvider(true);
        all.setTypeDefinitionProvider(true);
        all.setImplementationProvider(true);
        all.setReferencesProvider(true);
        all.setDocumentHighlightProvider(true);
        all.setDocumentLinkProvider(new DocumentLinkOptions(false));
        all.setCallHierarchyProvider(true);
        all.setTypeHierarchyProvider(true);
    }

    private static TextDocumentSyncOptions sync() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        return sync;
    }

    private static WorkspaceServerCapabilities workspace(ClientFeatures features) {
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
        if (features.documentContent()) {
            workspace.setTextDocumentContent(
                    new TextDocumentContentRegistrationOptions(List.of(Expanded.SCHEME)));
        }
        workspace.setFileOperations(files());
        return workspace;
    }
}
