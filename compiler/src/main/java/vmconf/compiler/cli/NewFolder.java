package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder for files that are made together. It is made when it is not there, and is gone again
/// unless it is kept.
final class NewFolder implements AutoCloseable {
    private final String name;
    private final List<Path> made = new ArrayList<>();

    /// @param name empty for none
    NewFolder(String name) {
        this.name = name;
    }

    void make() throws Rewrite.RewriteException {
        if (name.isEmpty()) {
            return;
        }
        try {
            Path folder = Path.of(name).toAbsolutePath().normalize();
            List<Path> missing = new ArrayList<>();
            for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
                missing.addFirst(each);
            }
            for (Path each : missing) {
                Files.createDirectory(each);
                made.addFirst(each);
            }
            if (!Files.isDirectory(folder)) {
                throw new Rewrite.RewriteException(name, "it is no folder");
            }
        } catch (FileAlreadyExistsException _) {
            throw new Rewrite.RewriteException(name, "it is no folder");
        } catch (InvalidPathException e) {
            throw new Rewrite.RewriteException(name, String.valueOf(e.getReason()));
        } catch (IOException e) {
            throw new Rewrite.RewriteException(name, Rewrite.reason(e));
        }
    }

    /// Gets a file in the folder ready; without a folder nothing.
    void add(String file, String text, Rewrite rewrite) throws Rewrite.RewriteException {
        if (!name.isEmpty()) {
            String path = Path.of(name).resolve(file).toString();
            rewrite.add(path, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void keep() {
        made.clear();
    }

    /// Takes away what was made and not kept, as far as it is empty.
    @Override
    public void close() {
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException _) {
                // Somebody has put something there meanwhile.
            }
        }
    }
}
