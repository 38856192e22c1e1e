package vmconf.lsp.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.PositionEncoding;
import vmconf.lsp.document.Text;
import vmconf.source.DiskSources;
import vmconf.source.Sources;

/// Files that are not open. One that has not changed is read once and keeps its [Text].
final class Disk {
    private record Stamp(FileTime modified, long size, @Nullable Object key) {}

    private record Entry(Stamp stamp, Content content) {}

    /// What is in a file.
    sealed interface Content {
        record Found(Text text) implements Content {}

        record Refused(String reason) implements Content {}
    }

    private final Sources sources = new DiskSources(Path.of("/"));
    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
    private final PositionEncoding encoding;

    Disk(PositionEncoding encoding) {
        this.encoding = encoding;
    }

    boolean exists(Path path) {
        return Files.exists(path);
    }

    Content read(Path path) {
        Optional<Stamp> stamp = stamp(path);
        if (stamp.isEmpty()) {
            return new Content.Refused("no such file");
        }
        Entry known = entries.get(path);
        if (known != null && known.stamp.equals(stamp.get())) {
            return known.content;
        }
        Content content =
                switch (sources.read(path.toString())) {
                    case Sources.Answer.Found(var file) ->
                            new Content.Found(new Text(file.text(), encoding));
                    case Sources.Answer.Refused(var reason) -> new Content.Refused(reason);
                };
        entries.put(path, new Entry(stamp.get(), content));
        return content;
    }

    private static Optional<Stamp> stamp(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.lastModifiedTime(), found.size(), found.fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
