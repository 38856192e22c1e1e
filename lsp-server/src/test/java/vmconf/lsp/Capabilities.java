package vmconf.lsp;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/// What clients say that they can do.
final class Capabilities {
    private Capabilities() {}

    static ClientCapabilities none() {
        return new ClientCapabilities();
    }

    static ClientCapabilities encodings(String... encodings) {
        ClientCapabilities all = none();
        GeneralClientCapabilities general = new GeneralClientCapabilities();
        general.setPositionEncodings(List.of(encodings));
        all.setGeneral(general);
        return all;
    }

    private static SignatureHelpCapabilities signatures() {
        SignatureInformationCapabilities signature =
                new SignatureInformationCapabilities(List.of(MarkupKind.MARKDOWN));
        signature.setParameterInformation(new ParameterInformationCapabilities(true));
        return new SignatureHelpCapabilities(signature, false);
    }

    static ClientCapabilities full() {
        ClientCapabilities all = none();
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
        CompletionItemCapabilities item = text.getCompletion().getCompletionItem();
        item.setCommitCharactersSupport(true);
        item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
        text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
        text.setSignatureHelp(signatures());
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities());
        actions.setIsPreferredSupport(true);
        text.setCodeAction(actions);
        RenameCapabilities rename = new RenameCapabilities();
        rename.setPrepareSupport(true);
        text.setRename(rename);
        PublishDiagnosticsCapabilities diagnostics = new PublishDiagnosticsCapabilities(true);
        diagnostics.setTagSupport(true);
        text.setPublishDiagnostics(diagnostics);
        all.setTextDocument(text);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setConfiguration(true);
        workspace.setDidChangeConfiguration(new DidChangeConfigurationCapabilities(true));
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        all.setWorkspace(workspace);
        return all;
    }
}
