package vmconf.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/// One client from its first message to its last.
final class Connection {
    /// Kept, because a logger nobody holds forgets its level. It would print a trace for every
    /// message that is none; what is ours to say, [Failures] says.
    private static final Logger PROTOCOL_LOG = Logger.getLogger("org.eclipse.lsp4j");

    private Connection() {}

    /// Serves until the client says `exit` or hangs up.
    ///
    /// @param roots chosen in sessions before
    /// @return the exit status of the process
    static int serve(InputStream in, OutputStream out, RememberedRoots roots) {
        PROTOCOL_LOG.setLevel(Level.OFF);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try (Session session = new Session(end, roots)) {
            Gate gate = new Gate();
            ExecutorService reader = Executors.newSingleThreadExecutor(Connection::thread);
            Launcher<LanguageClient> launcher =
                    new Launcher.Builder<LanguageClient>()
                            .setLocalService(new Server(session))
                            .setRemoteInterface(LanguageClient.class)
                            .setInput(new Frames(in, gate::refuse))
                            .setExceptionHandler(Failures::answer)
                            .setOutput(out)
                            .configureGson(gson -> gson.registerTypeAdapterFactory(new Nulls()))
                            .setExecutorService(reader)
                            .wrapMessages(gate::wrap)
                            .create();
            session.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            Thread.ofVirtual().start(() -> awaitHangUp(listening, end));
            return end.join();
        }
    }

    private static void awaitHangUp(Future<Void> listening, CompletableFuture<Integer> end) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            System.err.println("vmconf-lsp: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.complete(1);
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("messages").unstarted(work);
    }
}
