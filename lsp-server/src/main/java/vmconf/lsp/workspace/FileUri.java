package vmconf.lsp.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/// URIs of documents.
public final class FileUri {
    private FileUri() {}

    /// The path of a `file` URI; nothing for a document that is no file.
    public static Optional<Path> path(String uri) {
        try {
            URI parsed = new URI(uri);
            return "file".equals(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /// The same for every way of writing the URI of a file.
    public static String key(String uri) {
        return path(uri).map(FileUri::of).orElse(uri);
    }

    /// The URI of a file.
    public static String of(Path path) {
        return path.toUri().toString();
    }
}
