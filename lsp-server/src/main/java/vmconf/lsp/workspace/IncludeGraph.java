package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.lsp.document.Text;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Which files of the workspace folders may include which, open or not.
///
/// Where a path leads depends on the root, so only the last names of paths are compared; who really
/// includes whom, the readings of the files found here tell. Used by one thread at a time.
final class IncludeGraph {
    /// Longer files are not searched for includes.
    private static final int MOST_TEXT = 1 << 20;

    private static final String WORD = "include";

    /// What one file includes.
    ///
    /// @param generation of the snapshot for which the disk was last looked at
    /// @param names the last names of the paths of its includes
    private record Node(Optional<Text> text, long generation, Set<String> names) {}

    private final Disk disk;
    private final Map<Path, Node> nodes = new HashMap<>();
    private List<Path> files = List.of();
    private List<Path> folders = List.of();
    private long generation = -1;

    IncludeGraph(Disk disk) {
        this.disk = disk;
    }

    /// The files of the workspace folders that may be parts of a configuration.
    synchronized List<Path> files(Snapshot snapshot) {
        if (generation != snapshot.generation() || !folders.equals(snapshot.folders())) {
            generation = snapshot.generation();
            folders = snapshot.folders();
            files = List.copyOf(ConfFiles.below(folders));
            nodes.keySet().retainAll(new HashSet<>(files));
        }
        return files;
    }

    /// The files that may include one of the open documents, directly or not.
    synchronized Set<Path> aboveOpen(Snapshot snapshot) {
        Map<String, Set<Path>> includers = new HashMap<>();
        for (Path file : files(snapshot)) {
            for (String name : names(file, snapshot)) {
                includers.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(file);
            }
        }
        Set<Path> above = new LinkedHashSet<>();
        Deque<String> names = new ArrayDeque<>();
        snapshot.open().forEach(document -> names.add(nameOf(document.uri())));
        while (!names.isEmpty()) {
            for (Path file : includers.getOrDefault(names.remove(), Set.of())) {
                if (above.add(file)) {
                    names.add(lastName(file.toString()));
                }
            }
        }
        return above;
    }

    private Set<String> names(Path file, Snapshot snapshot) {
        boolean open = snapshot.document(file).isPresent();
        Node known = nodes.get(file);
        if (known != null && !open && known.generation == snapshot.generation()) {
            return known.names;
        }
        Optional<Text> text = text(file, snapshot, open);
        Set<String> names =
                known != null && known.text.equals(text)
                        ? known.names
                        : text.map(each -> names(each.content())).orElse(Set.of());
        // What is typed in a document says nothing of the disk.
        nodes.put(file, new Node(text, open ? -1 : snapshot.generation(), names));
        return names;
    }

    private Optional<Text> text(Path file, Snapshot snapshot, boolean open) {
        boolean wanted = open || disk.size(file, snapshot) <= MOST_TEXT;
        return wanted
                        && Overlay.content(snapshot, disk, file)
                                instanceof Disk.Content.Found(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Set<String> names(String text) {
        if (text.length() > MOST_TEXT || !text.contains(WORD)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        Compiler.read(SourceFile.of("", text), Sources.none(), Options.forTarget(Target.NATIVE))
                .includes()
                .forEach(include -> names.add(lastName(include.directive().path().text())));
        return names;
    }

    /// As an include writes it; a URI has other signs for blanks and letters beyond ASCII.
    private static String nameOf(String uri) {
        return lastName(FileUri.path(uri).map(Path::toString).orElse(uri));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
