package vmconf.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.services.WorkspaceService;
import vmconf.lsp.workspace.FileUri;

/// Messages about the workspace: folders, settings, files that change on the disk.
final class Workspaces implements WorkspaceService {
    private final Session session;
    private final Settings settings;

    Workspaces(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        settings.changed(params.getSettings());
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        session.update(snapshot -> snapshot.again());
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
}
