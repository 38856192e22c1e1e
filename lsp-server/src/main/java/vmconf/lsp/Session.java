package vmconf.lsp;

import java.util.Objects;
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
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.diagnostics.Details;
import vmconf.lsp.diagnostics.Findings;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.Analyses;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.Question;
import vmconf.lsp.workspace.Snapshot;
import vmconf.lsp.workspace.View;

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

    private final RememberedRoots remembered;
    private final RulePages pages = new RulePages();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long edits;
    private volatile @Nullable Tools tools;
    private @Nullable LanguageClient client;
    private volatile boolean shutDown;

    /// What depends on the client's abilities.
    private record Tools(
            ClientFeatures features, Analyses analyses, Findings findings, Outlet outlet) {}

    /// @param end completed with the exit status of the process
    /// @param remembered roots chosen in sessions before
    Session(CompletableFuture<Integer> end, RememberedRoots remembered) {
        this.end = end;
        this.remembered = remembered;
    }

    void connect(LanguageClient client) {
        this.client = client;
    }

    LanguageClient client() {
        return Objects.requireNonNull(client);
    }

    void initialize(ClientFeatures features) {
        tools =
                new Tools(
                        features,
                        new Analyses(features.encoding()),
                        new Findings(
                                new Details(
                                        features.relatedInformation(),
                                        features.diagnosticTags(),
                                        features.codeDescriptions()
                                                ? pages::uri
                                                : _ -> Optional.empty())),
                        new Outlet(client(), features));
        update(snapshot -> snapshot.choosing(remembered.all()));
    }

    ClientFeatures features() {
        Tools known = tools;
        return known == null ? ClientFeatures.NONE : known.features;
    }

    /// How findings become diagnostics for this client.
    Findings findings() {
        Tools known = tools;
        return known == null ? new Findings(Details.NONE) : known.findings;
    }

    /// Reads a fragment from one root, now and in later sessions.
    ///
    /// @param root its URI; absent for all that there are
    void choose(String fragment, Optional<String> root) {
        update(snapshot -> snapshot.choosing(fragment, root));
        remembered.remember(FileUri.key(fragment), root.map(FileUri::key));
    }

    RulePages pages() {
        return pages;
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
            View view = known.analyses.view(judged, superseded);
            known.outlet.tell(judged, known.findings.of(view), superseded);
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
                question -> answer.apply(question.at(question.text().offset(position))));
    }

    /// Answers a request about a place; an empty answer when the document is not open.
    <T> CompletableFuture<T> ask(
            TextDocumentPositionParams place, T nothing, Function<Question, T> answer) {
        return ask(place.getTextDocument(), place.getPosition(), nothing, answer);
    }

    /// Answers a request about a whole document. The answer to one about a text that has changed
    /// since is an error that says so: nobody could use it.
    <T> CompletableFuture<T> askWhole(
            TextDocumentIdentifier document, T nothing, Function<Question, T> answer) {
        return askAbout(
                document,
                nothing,
                question -> {
                    checkCurrent(question.document());
                    T made = answer.apply(question);
                    checkCurrent(question.document());
                    return made;
                });
    }

    private void checkCurrent(Document asked) {
        boolean changed =
                snapshot.document(asked.uri())
                        .map(now -> now.version() != asked.version())
                        .orElse(true);
        if (changed) {
            throw new ResponseErrorException(
                    new ResponseError(
                            ResponseErrorCode.ContentModified, "the document has changed", null));
        }
    }

    private <T> CompletableFuture<T> askAbout(
            TextDocumentIdentifier document, T nothing, Function<Question, T> answer) {
        Optional<Document> open = snapshot.document(document.getUri());
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        Document asked = open.get();
        return askView(
                nothing,
                view ->
                        view.about(asked.uri())
                                .map(
                                        analysis ->
                                                answer.apply(
                                                        new Question(view, analysis, asked, 0)))
                                .orElse(nothing));
    }

    /// Answers a request about what open documents mean.
    <T> CompletableFuture<T> askView(T nothing, Function<View, T> answer) {
        Snapshot asked = snapshot;
        return compute(
                nothing, (known, cancelled) -> answer.apply(known.analyses.view(asked, cancelled)));
    }

    /// Answers a request about all files of the workspace.
    <T> CompletableFuture<T> askEverything(T nothing, Function<View, T> answer) {
        return askEverything(null, nothing, answer);
    }

    /// The same, with progress.
    ///
    /// @param token by which the client wants to be told of it
    <T> CompletableFuture<T> askEverything(
            @Nullable Either<String, Integer> token, T nothing, Function<View, T> answer) {
        Snapshot asked = snapshot;
        return compute(
                nothing,
                (known, cancelled) -> {
                    boolean shows = known.features.progress();
                    try (WorkDone progress = new WorkDone(client(), token, shows)) {
                        return answer.apply(known.analyses.whole(asked, cancelled, progress));
                    }
                });
    }

    private interface Work<T> {
        T with(Tools tools, BooleanSupplier cancelled);
    }

    private <T> CompletableFuture<T> compute(T nothing, Work<T> work) {
        Tools known = tools;
        return known == null
                ? CompletableFuture.completedFuture(nothing)
                : CompletableFutures.computeAsync(
                        requests, cancel -> work.with(known, cancel::isCanceled));
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
        pages.close();
    }
}
