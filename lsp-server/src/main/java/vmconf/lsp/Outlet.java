package vmconf.lsp;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.services.LanguageClient;
import vmconf.lsp.diagnostics.Publisher;
import vmconf.lsp.workspace.Snapshot;

/// Tells the client what has become of a snapshot: its diagnostics, or that those of other files
/// than the edited one have changed and should be asked for. Used by one thread.
final class Outlet {
    private final LanguageClient client;
    private final ClientFeatures features;
    private final Publisher publisher;
    private Map<String, List<Diagnostic>> before = Map.of();
    private Snapshot last = Snapshot.EMPTY;

    Outlet(LanguageClient client, ClientFeatures features) {
        this.client = client;
        this.features = features;
        this.publisher = new Publisher(client);
    }

    void tell(Snapshot snapshot, Map<String, List<Diagnostic>> found, BooleanSupplier superseded) {
        if (!features.pullsDiagnostics()) {
            publisher.publish(snapshot, found, superseded);
        }
        Set<String> changed = changed(found);
        boolean others =
                changed.stream().anyMatch(uri -> !isEdited(uri, snapshot))
                        || (!changed.isEmpty() && edited(snapshot) > 1);
        if (features.pullsDiagnostics() && others) {
            var _ = client.refreshDiagnostics();
        }
        if (snapshot.open().size() > 1 || !snapshot.preferences().equals(last.preferences())) {
            refresh();
        }
        before = found;
        last = snapshot;
    }

    private void refresh() {
        if (features.refreshesHints()) {
            var _ = client.refreshInlayHints();
        }
        if (features.refreshesLenses()) {
            var _ = client.refreshCodeLenses();
        }
    }

    private Set<String> changed(Map<String, List<Diagnostic>> found) {
        Set<String> changed = new HashSet<>(found.keySet());
        changed.addAll(before.keySet());
        changed.removeIf(
                uri ->
                        found.getOrDefault(uri, List.of())
                                .equals(before.getOrDefault(uri, List.of())));
        return changed;
    }

    /// Of several edits, one may have changed what was asked for behind another.
    private long edited(Snapshot snapshot) {
        return snapshot.open().stream().filter(each -> isEdited(each.uri(), snapshot)).count();
    }

    /// The client asks by itself for what it has edited.
    private boolean isEdited(String uri, Snapshot snapshot) {
        return !snapshot.document(uri).equals(last.document(uri));
    }
}
