package vmconf.lsp.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.Text;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// The files of one reading: open documents as they are on the screen, others from the disk.
///
/// vmd reads an include relative to the directory it runs in, which an editor cannot know. The rule
/// here: relative to the folder of the project file, when the file exists there; else relative to
/// the workspace folder that holds the root file; else relative to the folder of the root file (not
/// of the including file).
final class Overlay implements Sources {
    private final Snapshot snapshot;
    private final Disk disk;
    private final BooleanSupplier superseded;
    private final List<Path> bases = new ArrayList<>();
    private final Map<SourceFile, LoadedFile> files = new LinkedHashMap<>();
    private final Map<Path, Disk.Content> dependencies = new LinkedHashMap<>();
    private final Map<String, Path> resolved = new LinkedHashMap<>();
    private boolean interrupted;

    Overlay(
            Snapshot snapshot,
            Disk disk,
            Root root,
            Optional<Path> project,
            BooleanSupplier superseded) {
        this.snapshot = snapshot;
        this.disk = disk;
        this.superseded = superseded;
        Optional<Path> home = root.path().map(Path::getParent);
        project.ifPresent(this::addBase);
        root.path().flatMap(snapshot::folderOf).ifPresent(this::addBase);
        home.ifPresent(this::addBase);
        if (bases.isEmpty()) {
            bases.addAll(snapshot.folders());
        }
    }

    private void addBase(Path folder) {
        if (!bases.contains(folder)) {
            bases.add(folder);
        }
    }

    /// The folders that relative paths may be relative to, the first one first.
    List<Path> bases() {
        return bases;
    }

    /// What every include named and where that was found.
    Map<String, Path> resolved() {
        return resolved;
    }

    @Override
    public Answer read(String path) {
        if (superseded.getAsBoolean()) {
            interrupted = true;
            return new Answer.Refused("no longer needed");
        }
        try {
            return resolve(path)
                    .map(file -> load(path, file))
                    .orElse(new Answer.Refused("no such file"));
        } catch (InvalidPathException e) {
            return new Answer.Refused("not a path of this host");
        }
    }

    private Optional<Path> resolve(String path) {
        List<Path> candidates =
                bases.isEmpty()
                        ? Optional.of(Path.of(path)).filter(Path::isAbsolute).stream().toList()
                        : bases.stream().map(base -> base.resolve(path).normalize()).toList();
        for (Path candidate : candidates) {
            if (snapshot.document(candidate).isPresent() || disk.exists(candidate, snapshot)) {
                return Optional.of(candidate);
            }
            dependencies.put(candidate, new Disk.Content.Refused("no such file"));
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.getLast());
    }

    private Answer load(String name, Path path) {
        Disk.Content content = content(path);
        dependencies.put(path, content);
        resolved.put(name, path);
        return switch (content) {
            case Disk.Content.Found(var text) ->
                    new Answer.Found(add(name, FileUri.of(path), text));
            case Disk.Content.Refused(var reason) -> new Answer.Refused(reason);
        };
    }

    private Disk.Content content(Path path) {
        return content(snapshot, disk, path);
    }

    static Disk.Content content(Snapshot snapshot, Disk disk, Path path) {
        return snapshot.document(path)
                .map(Document::text)
                .<Disk.Content>map(Disk.Content.Found::new)
                .orElseGet(() -> disk.read(path, snapshot));
    }

    /// The root file itself; its name is what an include of it would be written as.
    Optional<SourceFile> root(Root root) {
        Optional<Document> open = snapshot.document(root.uri());
        if (open.isPresent() && root.path().isEmpty()) {
            return Optional.of(add(root.uri(), root.uri(), open.get().text()));
        }
        Path path = root.path().orElse(Path.of("/"));
        Disk.Content content = content(path);
        dependencies.put(path, content);
        return switch (content) {
            case Disk.Content.Found(var text) ->
                    Optional.of(
                            add(bases.getFirst().relativize(path).toString(), root.uri(), text));
            case Disk.Content.Refused _ -> Optional.empty();
        };
    }

    private SourceFile add(String name, String uri, Text text) {
        SourceFile file = SourceFile.of(name, text.content());
        // Line starts are found once, here, before other threads look at the file.
        file.lineCount();
        Optional<Document> open = snapshot.document(uri);
        files.put(file, new LoadedFile(open.map(Document::uri).orElse(uri), text));
        return file;
    }

    boolean interrupted() {
        return interrupted;
    }

    Map<SourceFile, LoadedFile> files() {
        return files;
    }

    Map<Path, Disk.Content> dependencies() {
        return dependencies;
    }

    /// Whether files are still what they were.
    static boolean unchanged(Map<Path, Disk.Content> files, Snapshot snapshot, Disk disk) {
        return files.entrySet().stream()
                .allMatch(file -> content(snapshot, disk, file.getKey()).equals(file.getValue()));
    }
}
