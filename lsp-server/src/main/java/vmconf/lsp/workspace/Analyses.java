package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.PositionEncoding;

/// The analyses of roots, kept as long as nothing changes that they have read.
///
/// Which files are roots: what a project names as its entries; every open document, unless another
/// file includes it; and every file that includes an open document and is not included itself, in
/// the workspace folders by whatever `.conf` name, above them as `vm.conf`.
public final class Analyses {
    private static final String DEFAULT_NAME = "vm.conf";

    /// Most roots of a workspace that are looked at when nothing of them is open.
    private static final int MOST_CLOSED = 2_000;

    private final Disk disk;
    private final IncludeGraph graph;
    private final ProjectFiles projects = new ProjectFiles();
    private final Map<String, Analysis> known = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private volatile @Nullable View last;
    private volatile @Nullable View lastWhole;

    public Analyses(PositionEncoding encoding) {
        this.disk = new Disk(encoding);
        this.graph = new IncludeGraph(disk);
    }

    /// What a snapshot means for open documents.
    ///
    /// @param superseded asked now and then; the work is then given up by a CancellationException
    public View view(Snapshot snapshot, BooleanSupplier superseded) {
        View made = last;
        if (made != null && made.isOf(snapshot) && snapshot.watching()) {
            return made;
        }
        View view = view(snapshot, candidates(snapshot), superseded, false, Progress.NONE);
        last = view;
        return view;
    }

    /// What a snapshot means for all files of the workspace, open or not.
    ///
    /// @param progress told how far it has come
    public View whole(Snapshot snapshot, BooleanSupplier superseded, Progress progress) {
        View made = lastWhole;
        if (made != null && made.isOf(snapshot) && snapshot.watching()) {
            return made;
        }
        Set<Root> candidates = candidates(snapshot);
        graph.files(snapshot).stream()
                .filter(ConfFiles::isRoot)
                .limit(MOST_CLOSED)
                .forEach(file -> candidates.add(Root.of(file)));
        View view = view(snapshot, candidates, superseded, true, progress);
        lastWhole = view;
        return view;
    }

    private View view(
            Snapshot snapshot,
            Set<Root> candidates,
            BooleanSupplier superseded,
            boolean whole,
            Progress progress) {
        List<Analysis> analyses = new ArrayList<>();
        int done = 0;
        for (Root root : candidates) {
            progress.step(done++, candidates.size());
            of(root, snapshot, superseded).ifPresent(analyses::add);
        }
        Map<String, List<Analysis>> readers = new HashMap<>();
        for (Analysis each : analyses) {
            each.keys()
                    .forEach(key -> readers.computeIfAbsent(key, _ -> new ArrayList<>()).add(each));
        }
        Set<String> entries = entries(snapshot);
        List<Analysis> roots = new ArrayList<>();
        for (Analysis each : analyses) {
            boolean needed =
                    whole || snapshot.documents().keySet().stream().anyMatch(each::readsKey);
            boolean entry = entries.contains(each.root().uri());
            if (needed && (entry || !isPart(each, readers, analyses))) {
                roots.add(each);
            }
        }
        forget(analyses, whole);
        return new View(snapshot, roots);
    }

    private void forget(List<Analysis> kept, boolean whole) {
        if (whole || known.size() > 2 * kept.size() + 100) {
            Set<String> uris = new HashSet<>();
            kept.forEach(each -> uris.add(each.root().uri()));
            known.keySet().retainAll(uris);
            locks.keySet().retainAll(uris);
        }
    }

    /// Included by another one. Of files that include each other, the first one is the root.
    private static boolean isPart(
            Analysis one, Map<String, List<Analysis>> readers, List<Analysis> order) {
        for (Analysis other : readers.getOrDefault(one.root().uri(), List.of())) {
            boolean cycle = one.readsKey(other.root().uri());
            if (other != one && (!cycle || order.indexOf(other) < order.indexOf(one))) {
                return true;
            }
        }
        return false;
    }

    private Set<Root> candidates(Snapshot snapshot) {
        Set<Root> roots = new LinkedHashSet<>();
        for (Document document : snapshot.open()) {
            Root root = Root.of(document.uri());
            roots.add(root);
            root.path().ifPresent(path -> addAbove(path, snapshot, roots));
        }
        graph.aboveOpen(snapshot).forEach(file -> roots.add(Root.of(file)));
        ProjectFiles.entries(snapshot).forEach(file -> roots.add(Root.of(file)));
        return roots;
    }

    private void addAbove(Path file, Snapshot snapshot, Set<Root> roots) {
        Optional<Path> top = snapshot.folderOf(file);
        Path folder = file.getParent();
        while (folder != null) {
            roots.add(Root.of(folder.resolve(DEFAULT_NAME)));
            boolean end = top.isEmpty() || top.get().equals(folder);
            folder = end ? null : folder.getParent();
        }
        ProjectFiles.entries(projects.of(file, snapshot).project())
                .forEach(entry -> roots.add(Root.of(entry)));
    }

    private Set<String> entries(Snapshot snapshot) {
        Set<String> entries = new HashSet<>();
        ProjectFiles.entries(snapshot).forEach(entry -> entries.add(FileUri.of(entry)));
        for (Document document : snapshot.open()) {
            FileUri.path(document.uri())
                    .map(path -> ProjectFiles.entries(projects.of(path, snapshot).project()))
                    .ifPresent(all -> all.forEach(entry -> entries.add(FileUri.of(entry))));
        }
        return entries;
    }

    private Optional<Analysis> of(Root root, Snapshot snapshot, BooleanSupplier superseded) {
        ProjectFiles.Known project =
                root.path().map(path -> projects.of(path, snapshot)).orElse(ProjectFiles.NONE);
        synchronized (locks.computeIfAbsent(root.uri(), _ -> new Object())) {
            Analysis before = known.get(root.uri());
            if (before != null && before.holdsFor(snapshot, disk, project)) {
                return Optional.of(before);
            }
            Optional<Analysis> fresh = Analysis.of(root, snapshot, disk, project, superseded);
            fresh.ifPresent(analysis -> known.put(root.uri(), analysis));
            return fresh;
        }
    }
}
