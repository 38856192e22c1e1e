package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import vmconf.lsp.document.Document;

/// All that the client has told, at one moment.
///
/// @param documents the open documents by the key of their URI, in the order of their opening
/// @param folders the workspace folders
/// @param chosen the roots that the user wants fragments to be read from, by keys of URIs
/// @param generation grows whenever files on the disk may have changed
/// @param watching the client tells when files in the workspace folders change
public record Snapshot(
        Map<String, Document> documents,
        List<Path> folders,
        Preferences preferences,
        Map<String, String> chosen,
        long generation,
        boolean watching) {

    /// Nothing is open.
    public static final Snapshot EMPTY =
            new Snapshot(Map.of(), List.of(), Preferences.DEFAULT, Map.of(), 0, false);

    public Snapshot {
        folders = List.copyOf(folders);
        chosen = Map.copyOf(chosen);
    }

    private Snapshot with(Map<String, Document> changed, long now) {
        return new Snapshot(changed, folders, preferences, chosen, now, watching);
    }

    /// With a document opened.
    public Snapshot opened(Document document) {
        return with(document).again();
    }

    /// With another version of an open document.
    public Snapshot with(Document document) {
        SequencedMap<String, Document> changed = new LinkedHashMap<>(documents);
        changed.put(FileUri.key(document.uri()), document);
        return with(changed, generation);
    }

    /// With a document closed.
    public Snapshot without(String uri) {
        SequencedMap<String, Document> changed = new LinkedHashMap<>(documents);
        changed.remove(FileUri.key(uri));
        return with(changed, generation + 1);
    }

    public Snapshot withFolders(List<Path> others) {
        return new Snapshot(documents, others, preferences, chosen, generation + 1, watching);
    }

    public Snapshot with(Preferences others) {
        return new Snapshot(documents, folders, others, chosen, generation, watching);
    }

    public Snapshot watching(boolean tells) {
        return new Snapshot(documents, folders, preferences, chosen, generation, tells);
    }

    /// With a root chosen for a fragment.
    ///
    /// @param root absent where none is chosen any more
    public Snapshot choosing(String fragment, Optional<String> root) {
        Map<String, String> changed = new HashMap<>(chosen);
        changed.remove(FileUri.key(fragment));
        root.ifPresent(uri -> changed.put(FileUri.key(fragment), FileUri.key(uri)));
        return choosing(changed);
    }

    /// With other roots chosen, by the keys of their fragments.
    public Snapshot choosing(Map<String, String> changed) {
        return new Snapshot(documents, folders, preferences, changed, generation, watching);
    }

    /// The same, to be looked at anew because files on the disk have changed.
    public Snapshot again() {
        return with(documents, generation + 1);
    }

    /// The open document of a URI.
    public Optional<Document> document(String uri) {
        return Optional.ofNullable(documents.get(FileUri.key(uri)));
    }

    Optional<Document> document(Path path) {
        return Optional.ofNullable(documents.get(FileUri.of(path)));
    }

    /// The open documents, in the order of their opening.
    public Collection<Document> open() {
        return documents.values();
    }

    /// The innermost workspace folder that holds a file.
    Optional<Path> folderOf(Path file) {
        return folders.stream()
                .filter(file::startsWith)
                .reduce((a, b) -> a.getNameCount() >= b.getNameCount() ? a : b);
    }

    /// Whether the client tells when that file changes.
    boolean watches(Path file) {
        return watching && ConfFiles.isWatched(file) && folderOf(file).isPresent();
    }
}
