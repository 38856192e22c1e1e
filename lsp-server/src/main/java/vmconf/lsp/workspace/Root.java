package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.Optional;

/// A file that is read as a whole configuration: the one that vmd would be given.
///
/// @param uri its URI in one fixed way of writing
/// @param path absent for a document that is no file
public record Root(String uri, Optional<Path> path) {

    static Root of(String uri) {
        String key = FileUri.key(uri);
        return new Root(key, FileUri.path(key));
    }

    static Root of(Path path) {
        return new Root(FileUri.of(path), Optional.of(path));
    }
}
