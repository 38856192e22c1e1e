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
///
/// Where the client tells about changes, a file is not looked at again before it has told of some.
final class Disk {
    private record Stamp(FileTime modified, long size, @Nullable Object key) {}

    /// @param generation of the snapshot for which it was last looked at
    private record Entry(long generation, Optional<Stamp> stamp, Content content) {}

    /// What is in a file.
    sealed interface Content {
        record Found(Text text) implements Content {}

        record Refused(String reason) implements Content {}
    }

    private static final Content MISSING = new Content.Refused("no such file");

    private final Sources sources = new DiskSources(Path.of("/"));
    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
    private final PositionEncoding encoding;

    Disk(PositionEncoding encoding) {
        this.encoding = encoding;
    }

    boolean exists(Path path, Snapshot snapshot) {
        return entry(path, snapshot).stamp.isPresent();
    }

    Content read(Path path, Snapshot snapshot) {
        return entry(path, snapshot).content;
    }

    private Entry entry(Path path, Snapshot snapshot) {
        Entry known = entries.get(path);
        if (known != null && known.generation == snapshot.generation() && snapshot.watches(path)) {
            return known;
        }
        Optional<Stamp> stamp = stamp(path);
        Content content =
                known != null && known.stamp.equals(stamp) ? known.content : read(path, stamp);
        Entry entry = new Entry(snapshot.generation(), stamp, content);
        entries.put(path, entry);
        return entry;
    }

    private Content read(Path path, Optional<Stamp> stamp) {
        return stamp.isEmpty()
                ? MISSING
                : switch (sources.read(path.toString())) {
                    case Sources.Answer.Found(var file) ->
                            new Content.Found(new Text(file.text(), encoding));
                    case Sources.Answer.Refused(var reason) -> new Content.Refused(reason);
                };
    }

    /// The length of a file in bytes; 0 where there is none.
    long size(Path path, Snapshot snapshot) {
        return entry(path, snapshot).stamp.map(Stamp::size).orElse(0L);
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
