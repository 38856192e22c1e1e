package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.Document;
import vmconf.lsp.feature.Findings;
import vmconf.lsp.feature.Publisher;
import vmconf.lsp.feature.Question;
import vmconf.lsp.workspace.Analyses;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Snapshot;

/// The state of one client's session.
///
/// The thread that reads messages applies edits, each of which makes a new snapshot. Requests are
/// answered by threads of their own, about the snapshot at the time they came in. Diagnostics are
/// made by one thread, always for the newest snapshot; it gives up work that an edit supersedes.
final class Session implements AutoCloseable {
    private static final int LAST_WORK_SECONDS = 1;

    private final CompletableFuture<Integer> end;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService diagnostics =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("diagnostics").factory());

    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long edits;
    private volatile @Nullable Tools tools;
    private @Nullable LanguageClient client;
    private volatile boolean shutDown;

    /// What depends on the client's abilities.
    private record Tools(
            ClientFeatures features, Analyses analyses, Findings findings, Publisher publisher) {}

    /// @param end completed with the exit status of the process
    Session(CompletableFuture<Integer> end) {
        this.end = end;
    }

    void connect(LanguageClient client) {
        this.client = client;
    }

    LanguageClient client() {
        return java.util.Objects.requireNonNull(client);
    }

    void initialize(ClientFeatures features) {
        tools =
                new Tools(
                        features,
                        new Analyses(features.encoding()),
                        new Findings(features.relatedInformation()),
                        new Publisher(client()));
    }

    ClientFeatures features() {
        Tools known = tools;
        return known == null ? ClientFeatures.NONE : known.features;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /// Goes on to another snapshot and judges it. Nothing is waited for.
    void update(UnaryOperator<Snapshot> change) {
        Snapshot next;
        long number;
        synchronized (this) {
            next = change.apply(snapshot);
            snapshot = next;
            number = edits + 1;
            edits = number;
        }
        Tools known = tools;
        if (known != null && !diagnostics.isShutdown()) {
            diagnostics.execute(() -> judge(next, number, known));
        }
    }

    private void judge(Snapshot judged, long number, Tools known) {
        BooleanSupplier superseded = () -> edits != number;
        if (superseded.getAsBoolean()) {
            return;
        }
        try {
            List<Analysis> roots = known.analyses.all(judged, superseded);
            known.publisher.publish(judged, known.findings.of(roots), superseded);
        } catch (CancellationException e) {
            // The edit that superseded this snapshot has its own turn.
        } catch (RuntimeException e) {
            System.err.println("vmconf-lsp: diagnostics failed: " + e);
        }
    }

    /// Answers a request about a place; an empty answer when the document is not open.
    <T> CompletableFuture<T> ask(
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<Question, T> answer) {
        return askAbout(
                document,
                nothing,
                (open, analysis) ->
                        answer.apply(new Question(open, open.text().offset(position), analysis)));
    }

    /// Answers a request about a whole document.
    <T> CompletableFuture<T> askAbout(
            TextDocumentIdentifier document,
            T nothing,
            java.util.function.BiFunction<Document, Analysis, T> answer) {
        Snapshot asked = snapshot;
        Tools known = tools;
        Optional<Document> open = asked.document(document.getUri());
        if (known == null || open.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        return CompletableFutures.computeAsync(
                requests,
                cancel ->
                        known.analyses
                                .about(open.get().uri(), asked, cancel::isCanceled)
                                .map(analysis -> answer.apply(open.get(), analysis))
                                .orElse(nothing));
    }

    void shutDown() {
        shutDown = true;
    }

    void exit() {
        end.complete(shutDown ? 0 : 1);
    }

    /// After `shutdown`, what was asked before it is still finished, unless that takes long.
    @Override
    public void close() {
        requests.shutdown();
        diagnostics.shutdown();
        try {
            if (shutDown) {
                var _ = requests.awaitTermination(LAST_WORK_SECONDS, TimeUnit.SECONDS);
                var _ = diagnostics.awaitTermination(LAST_WORK_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.shutdownNow();
        diagnostics.shutdownNow();
    }
}
