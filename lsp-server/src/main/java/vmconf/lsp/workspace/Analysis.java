package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Location;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// What came of reading a root and all that it includes.
public final class Analysis {
    private final Root root;
    private final Target target;
    private final Compilation compilation;
    private final Map<SourceFile, LoadedFile> files;
    private final Map<Path, Disk.Content> dependencies;

    private Analysis(Root root, Target target, Compilation compilation, Overlay overlay) {
        this.root = root;
        this.target = target;
        this.compilation = compilation;
        this.files = Map.copyOf(overlay.files());
        this.dependencies = Map.copyOf(overlay.dependencies());
    }

    /// Reads a root; nothing when it is neither open nor a readable file.
    ///
    /// @param superseded asked between two files; the work is then given up
    static Optional<Analysis> of(
            Root root, Snapshot snapshot, Disk disk, BooleanSupplier superseded) {
        Overlay overlay = new Overlay(snapshot, disk, root, superseded);
        return overlay.root(root)
                .map(
                        file -> {
                            Options options = Options.forTarget(snapshot.target());
                            Compilation compilation = Compiler.check(file, overlay, options);
                            if (overlay.interrupted()) {
                                throw new CancellationException("superseded");
                            }
                            return new Analysis(root, snapshot.target(), compilation, overlay);
                        });
    }

    boolean holdsFor(Snapshot snapshot, Disk disk) {
        return root.path().isPresent()
                && target.equals(snapshot.target())
                && Overlay.unchanged(dependencies, snapshot, disk);
    }

    public Root root() {
        return root;
    }

    public Compilation compilation() {
        return compilation;
    }

    /// Every file that was read; one that is included twice is there twice.
    public Collection<LoadedFile> files() {
        return files.values();
    }

    /// Whether a file is read as part of it.
    public boolean reads(String uri) {
        String key = FileUri.key(uri);
        return files.values().stream().anyMatch(file -> FileUri.key(file.uri()).equals(key));
    }

    /// The file that a span lies in.
    public Optional<LoadedFile> file(Span span) {
        return Optional.ofNullable(files.get(span.file()));
    }

    /// The file that an include of that path brought in.
    public Optional<LoadedFile> included(String path) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().name().equals(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// A span in terms of the protocol.
    public Optional<Location> location(Span span) {
        return file(span).map(file -> file.location(span));
    }

    /// Whether a span covers an offset of a document; its end counts as covered.
    public boolean covers(Span span, String uri, int offset) {
        return span.start() <= offset
                && offset <= span.end()
                && file(span).map(file -> file.uri().equals(uri)).orElse(false);
    }
}
