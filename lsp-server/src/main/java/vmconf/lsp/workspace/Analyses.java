package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.PositionEncoding;

/// The analyses of roots, kept as long as nothing changes that they have read.
///
/// Which files are roots: every open document, unless another root includes it; and the file
/// `vm.conf` in a workspace folder, or in a folder between it and an open document, when it
/// includes an open document.
public final class Analyses {
    private static final String DEFAULT_NAME = "vm.conf";

    private final Disk disk;
    private final Map<String, Analysis> known = new ConcurrentHashMap<>();

    public Analyses(PositionEncoding encoding) {
        this.disk = new Disk(encoding);
    }

    /// The analyses of all roots.
    ///
    /// @param superseded asked now and then; the work is then given up by a CancellationException
    public List<Analysis> all(Snapshot snapshot, BooleanSupplier superseded) {
        List<Analysis> candidates = new ArrayList<>();
        for (Root root : candidates(snapshot)) {
            of(root, snapshot, superseded).ifPresent(candidates::add);
        }
        List<Analysis> roots = new ArrayList<>();
        for (Analysis candidate : candidates) {
            boolean needed =
                    snapshot.document(candidate.root().uri()).isPresent()
                            || snapshot.open().stream().anyMatch(d -> candidate.reads(d.uri()));
            boolean part =
                    candidates.stream().anyMatch(other -> isPartOf(candidate, other, candidates));
            if (needed && !part) {
                roots.add(candidate);
            }
        }
        known.keySet().retainAll(candidates.stream().map(each -> each.root().uri()).toList());
        return roots;
    }

    /// Included by another one. Of files that include each other, the first one is the root.
    private static boolean isPartOf(Analysis one, Analysis other, List<Analysis> order) {
        return other != one
                && other.reads(one.root().uri())
                && (!one.reads(other.root().uri()) || order.indexOf(other) < order.indexOf(one));
    }

    private static Set<Root> candidates(Snapshot snapshot) {
        Set<Root> roots = new LinkedHashSet<>();
        for (Document document : snapshot.open()) {
            Root root = Root.of(document.uri());
            roots.add(root);
            root.path().ifPresent(path -> addFoldersAbove(path, snapshot, roots));
        }
        return roots;
    }

    private static void addFoldersAbove(Path file, Snapshot snapshot, Set<Root> roots) {
        Optional<Path> top = snapshot.folderOf(file);
        Path folder = file.getParent();
        while (folder != null) {
            roots.add(Root.of(folder.resolve(DEFAULT_NAME)));
            boolean last = top.isEmpty() || top.get().equals(folder);
            folder = last ? null : folder.getParent();
        }
    }

    /// The analysis in which a document is judged: of the first root that reads it.
    public Optional<Analysis> about(String uri, Snapshot snapshot, BooleanSupplier superseded) {
        return all(snapshot, superseded).stream()
                .filter(analysis -> analysis.reads(uri))
                .collect(Collectors.reducing((first, second) -> first));
    }

    private Optional<Analysis> of(Root root, Snapshot snapshot, BooleanSupplier superseded) {
        Analysis last = known.get(root.uri());
        if (last != null && last.holdsFor(snapshot, disk)) {
            return Optional.of(last);
        }
        Optional<Analysis> fresh = Analysis.of(root, snapshot, disk, superseded);
        fresh.ifPresent(analysis -> known.put(root.uri(), analysis));
        return fresh;
    }
}
