package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import vmconf.compiler.expand.Target;
import vmconf.lsp.document.Document;

/// All that the client has told, at one moment.
///
/// @param documents the open documents by the key of their URI, in the order of their opening
/// @param folders the workspace folders
/// @param target what files are checked for
public record Snapshot(Map<String, Document> documents, List<Path> folders, Target target) {

    /// Nothing is open.
    public static final Snapshot EMPTY = new Snapshot(Map.of(), List.of(), Target.OPENBSD);

    public Snapshot {
        folders = List.copyOf(folders);
    }

    /// With a document opened or edited.
    public Snapshot with(Document document) {
        SequencedMap<String, Document> changed = new LinkedHashMap<>(documents);
        changed.put(FileUri.key(document.uri()), document);
        return new Snapshot(changed, folders, target);
    }

    /// With a document closed.
    public Snapshot without(String uri) {
        SequencedMap<String, Document> changed = new LinkedHashMap<>(documents);
        changed.remove(FileUri.key(uri));
        return new Snapshot(changed, folders, target);
    }

    public Snapshot withFolders(List<Path> folders) {
        return new Snapshot(documents, folders, target);
    }

    public Snapshot withTarget(Target target) {
        return new Snapshot(documents, folders, target);
    }

    /// The same, to be looked at anew because files on the disk have changed.
    public Snapshot again() {
        return new Snapshot(documents, folders, target);
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
}
