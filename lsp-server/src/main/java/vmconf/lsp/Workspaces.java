package vmconf.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.diagnostics.Reports;
import vmconf.lsp.edits.RenamedFiles;
import vmconf.lsp.hints.Expanded;
import vmconf.lsp.symbols.WorkspaceSymbols;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.Snapshot;

/// Messages about the workspace: folders, settings, files that change on the disk.
final class Workspaces implements WorkspaceService {
    private final Session session;
    private final Settings settings;
    private final Commands commands;

    Workspaces(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
        this.commands = new Commands(session);
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        settings.changed(params.getSettings());
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        session.update(Snapshot::again);
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        WorkspaceFoldersChangeEvent event = params.getEvent();
        session.update(
                snapshot -> {
                    List<Path> folders = new ArrayList<>(snapshot.folders());
                    event.getRemoved()
                            .forEach(
                                    gone -> FileUri.path(gone.getUri()).ifPresent(folders::remove));
                    event.getAdded()
                            .forEach(added -> FileUri.path(added.getUri()).ifPresent(folders::add));
                    return snapshot.withFolders(folders);
                });
    }

    @Override
    public CompletableFuture<
                    Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
            symbol(WorkspaceSymbolParams params) {
        return session.askEverything(
                params.getWorkDoneToken(),
                Either.forRight(List.of()),
                view -> Either.forRight(WorkspaceSymbols.of(view, params.getQuery())));
    }

    @Override
    public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(
            WorkspaceDiagnosticParams params) {
        return session.askEverything(
                params.getWorkDoneToken(),
                new WorkspaceDiagnosticReport(List.of()),
                view ->
                        Reports.of(
                                view, session.findings().of(view), params.getPreviousResultIds()));
    }

    @Override
    public CompletableFuture<@Nullable Object> executeCommand(ExecuteCommandParams params) {
        return commands.run(params);
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> textDocumentContent(
            TextDocumentContentParams params) {
        String uri = params.getUri().substring(params.getUri().indexOf(':') + 1);
        return session.askView(
                new TextDocumentContentResult(""),
                view ->
                        new TextDocumentContentResult(
                                view.about(uri).map(Expanded::of).orElse("")));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
        boolean versioned = session.features().versionedEdits();
        return session.askEverything(
                new WorkspaceEdit(),
                view -> RenamedFiles.edits(view, params.getFiles(), versioned));
    }
}
