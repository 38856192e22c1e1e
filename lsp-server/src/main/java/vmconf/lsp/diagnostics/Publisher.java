package vmconf.lsp.diagnostics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.Snapshot;

/// Keeps the diagnostics that the client shows up to date: what is new is sent, what is gone is
/// taken back. Used by one thread.
public final class Publisher {
    private record Sent(@Nullable Integer version, List<Diagnostic> diagnostics) {}

    private final LanguageClient client;
    private final Map<String, Sent> sent = new HashMap<>();

    public Publisher(LanguageClient client) {
        this.client = client;
    }

    /// Publishes what was found in a snapshot, until that is superseded.
    ///
    /// @param found the diagnostics by URI; none for a file without any
    public void publish(
            Snapshot snapshot, Map<String, List<Diagnostic>> found, BooleanSupplier superseded) {
        Map<String, Sent> wanted = new LinkedHashMap<>();
        snapshot.open().forEach(document -> wanted.put(document.uri(), sent(document, List.of())));
        found.forEach(
                (uri, diagnostics) -> {
                    Optional<Document> open = snapshot.document(uri);
                    if (open.isPresent() || !diagnostics.isEmpty()) {
                        wanted.put(
                                uri,
                                open.map(document -> sent(document, diagnostics))
                                        .orElse(new Sent(null, diagnostics)));
                    }
                });
        for (String uri : List.copyOf(sent.keySet())) {
            wanted.putIfAbsent(uri, new Sent(null, List.of()));
        }
        wanted.forEach(
                (uri, now) -> {
                    if (!superseded.getAsBoolean()) {
                        send(uri, now, snapshot.document(uri).isPresent());
                    }
                });
    }

    private static Sent sent(Document document, List<Diagnostic> diagnostics) {
        return new Sent(document.version(), diagnostics);
    }

    private void send(String uri, Sent now, boolean open) {
        if (now.equals(sent.get(uri))) {
            return;
        }
        if (open || !now.diagnostics.isEmpty()) {
            sent.put(uri, now);
        } else {
            sent.remove(uri);
        }
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, now.diagnostics, now.version));
    }
}
