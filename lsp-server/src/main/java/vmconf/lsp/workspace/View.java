package vmconf.lsp.workspace;

import java.util.List;
import java.util.Optional;

/// One snapshot and what it means: its roots, each with all that it includes.
///
/// @param roots the analyses of the roots that matter for open documents
public record View(Snapshot snapshot, List<Analysis> roots) {

    public View {
        roots = List.copyOf(roots);
    }

    /// Whether it is the view of that very snapshot.
    @SuppressWarnings("ReferenceEquality") // Equal snapshots may see other files on the disk.
    boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    /// The roots that read a file, the one that the user chose first.
    public List<Analysis> reading(String uri) {
        String key = FileUri.key(uri);
        Optional<String> chosen = Optional.ofNullable(snapshot.chosen().get(key));
        return roots.stream()
                .filter(analysis -> analysis.readsKey(key))
                .sorted((a, b) -> Boolean.compare(isChosen(b, chosen), isChosen(a, chosen)))
                .toList();
    }

    private static boolean isChosen(Analysis analysis, Optional<String> chosen) {
        return chosen.isPresent() && chosen.get().equals(analysis.root().uri());
    }

    /// The analysis in which a file is looked at.
    public Optional<Analysis> about(String uri) {
        return reading(uri).stream().findFirst();
    }

    /// The root that the user chose for a file, if it reads that.
    public Optional<Analysis> chosen(String uri) {
        String key = FileUri.key(uri);
        String root = snapshot.chosen().get(key);
        return root == null
                ? Optional.empty()
                : roots.stream()
                        .filter(each -> each.root().uri().equals(root) && each.readsKey(key))
                        .findFirst();
    }

    /// Whether several roots read a file.
    public boolean isShared(String uri) {
        return reading(uri).size() > 1;
    }
}
