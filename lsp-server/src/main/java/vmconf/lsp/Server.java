package vmconf.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import vmconf.lsp.workspace.FileUri;

/// The life of a session, and what the server can do.
final class Server implements LanguageServer {
    private final Session session;
    private final Settings settings;
    private final Documents documents;
    private final Workspaces workspaces;

    Server(Session session) {
        this.session = session;
        this.settings = new Settings(session);
        this.documents = new Documents(session);
        this.workspaces = new Workspaces(session, settings);
    }

    static String version() {
        return Optional.ofNullable(Server.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ClientFeatures features = ClientFeatures.of(params.getCapabilities());
        session.initialize(features);
        List<Path> folders = folders(params);
        session.update(snapshot -> snapshot.watching(features.watchesFiles()).withFolders(folders));
        settings.pushed(params.getInitializationOptions());
        return CompletableFuture.completedFuture(
                new InitializeResult(
                        Abilities.of(features), new ServerInfo("vmconf-lsp", version())));
    }

    @SuppressWarnings("deprecation") // Clients without workspace folders still send rootUri.
    private static List<Path> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        Stream<String> uris =
                folders == null
                        ? Stream.ofNullable(params.getRootUri())
                        : folders.stream().map(WorkspaceFolder::getUri);
        return uris.flatMap(uri -> FileUri.path(uri).stream()).toList();
    }

    @Override
    public void initialized(InitializedParams params) {
        settings.register();
        settings.pull();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        session.shutDown();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        session.exit();
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace yet.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaces;
    }
}
