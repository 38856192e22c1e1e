package vmconf.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/// An editor without a screen: starts the server in a thread and talks to it over pipes.
final class Editor implements LanguageClient, AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    final LanguageServer server;
    final List<PublishDiagnosticsParams> published = new ArrayList<>();
    final List<String> registered = new ArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();
    final List<String> shown = new CopyOnWriteArrayList<>();
    volatile Object target = "";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final LinkedBlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();
    private final LinkedBlockingQueue<String> refreshed = new LinkedBlockingQueue<>();
    private final Map<String, Integer> versions = new LinkedHashMap<>();

    Editor() {
        this(RememberedRoots.NONE);
    }

    /// @param remembered roots chosen in sessions before
    Editor(RememberedRoots remembered) {
        try {
            Pipe toServer = Pipe.open();
            Pipe toClient = Pipe.open();
            threads.execute(
                    () ->
                            exit.complete(
                                    Connection.serve(
                                            Channels.newInputStream(toServer.source()),
                                            Channels.newOutputStream(toClient.sink()),
                                            remembered)));
            var launcher =
                    LSPLauncher.createClientLauncher(
                            this,
                            Channels.newInputStream(toClient.source()),
                            Channels.newOutputStream(toServer.sink()),
                            threads,
                            consumer -> consumer);
            var _ = launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An editor that has been through the greetings.
    static Editor started(Path folder, ClientCapabilities capabilities) {
        return started(folder, capabilities, "");
    }

    /// @param target what the setting says from the first question on
    static Editor started(Path folder, ClientCapabilities capabilities, String target) {
        Editor editor = new Editor();
        editor.target = target;
        editor.initialize(folder, capabilities);
        return editor;
    }

    InitializeResult initialize(Path folder, ClientCapabilities capabilities) {
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities);
        params.setWorkspaceFolders(
                List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
        InitializeResult result = get(server.initialize(params));
        server.initialized(new InitializedParams());
        return result;
    }

    void open(Path file, String text) {
        open(file.toUri().toString(), text);
    }

    void open(String uri, String text) {
        versions.put(uri, 1);
        server.getTextDocumentService()
                .didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(uri, "vmconf", 1, text)));
    }

    void change(Path file, TextDocumentContentChangeEvent... changes) {
        String uri = file.toUri().toString();
        int version = versions.merge(uri, 1, Integer::sum);
        server.getTextDocumentService()
                .didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(uri, version),
                                List.of(changes)));
    }

    void close(Path file) {
        server.getTextDocumentService()
                .didClose(
                        new DidCloseTextDocumentParams(
                                new TextDocumentIdentifier(file.toUri().toString())));
    }

    int version(Path file) {
        return versions.getOrDefault(file.toUri().toString(), 0);
    }

    List<CompletionItem> complete(Path file, Position position) {
        var params =
                new CompletionParams(new TextDocumentIdentifier(file.toUri().toString()), position);
        return get(server.getTextDocumentService().completion(params)).getRight().getItems();
    }

    /// The diagnostics of the newest version of an open file.
    List<Diagnostic> diagnostics(Path file) {
        return await(file, last -> last.getVersion() != null && last.getVersion() == version(file));
    }

    /// The diagnostics of a file as soon as they are as expected.
    List<Diagnostic> await(Path file, Predicate<PublishDiagnosticsParams> expected) {
        String uri = file.toUri().toString();
        try {
            for (int tries = 0; tries < 1000; tries++) {
                synchronized (published) {
                    var last =
                            published.stream()
                                    .filter(each -> each.getUri().equals(uri))
                                    .collect(Collectors.reducing((first, second) -> second));
                    if (last.isPresent() && expected.test(last.get())) {
                        return last.get().getDiagnostics();
                    }
                }
                if (arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no such diagnostics of " + uri + ": " + published);
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    int exitStatus() {
        return get(exit);
    }

    @Override
    public void close() {
        if (!exit.isDone()) {
            get(server.shutdown());
            server.exit();
            exitStatus();
        }
        threads.shutdownNow();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        synchronized (published) {
            published.add(diagnostics);
        }
        arrivals.add(System.nanoTime());
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        asked.complete(true);
        return CompletableFuture.completedFuture(
                params.getItems().stream().map(item -> target).toList());
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        params.getRegistrations().forEach(each -> registered.add(each.getMethod()));
        return CompletableFuture.completedFuture(null);
    }

    /// Waits until the server has asked for settings and taken them.
    void awaitSettings() {
        get(asked);
        // The answer is taken by the thread that reads messages, before it reads the next one.
        get(server.getWorkspaceService().symbol(new WorkspaceSymbolParams("")));
    }

    /// Waits until the server asks the client to ask again.
    void awaitRefresh(String what) {
        try {
            String found = refreshed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (found != null && !found.equals(what)) {
                found = refreshed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            if (found == null) {
                throw new AssertionError("no refresh of " + what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        progress.add("create " + params.getToken().getLeft());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        progress.add(params.getValue().getLeft().getKind() + " " + params.getToken().getLeft());
    }

    @Override
    public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
        shown.add(params.getUri());
        return CompletableFuture.completedFuture(new ShowDocumentResult(true));
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        refreshed.add("diagnostics");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
            ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {}
}
