package vmconf.lsp.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.lsp4j.Location;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Written;
import vmconf.plan.Plan;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;

/// What came of reading a root and all that it includes. Immutable; what is dear is made when it is
/// asked for.
public final class Analysis {
    private final Root root;
    private final Options options;
    private final Optional<String> projectProblem;
    private final Config config;
    private final Map<SourceFile, LoadedFile> files;
    private final Set<String> keys = new HashSet<>();
    private final Map<Path, Disk.Content> dependencies;
    private final Map<String, Path> resolved;
    private final List<Path> bases;
    private final Lazy<List<Diagnostic>> findings;
    private final Lazy<Optional<Plan>> plan;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private Analysis(
            Root root,
            Options options,
            Optional<String> projectProblem,
            Config config,
            Overlay overlay) {
        this.root = root;
        this.options = options;
        this.projectProblem = projectProblem;
        this.config = config;
        this.files = Map.copyOf(overlay.files());
        this.dependencies = Map.copyOf(overlay.dependencies());
        this.resolved = Map.copyOf(overlay.resolved());
        this.bases = List.copyOf(overlay.bases());
        files.values().forEach(file -> keys.add(FileUri.key(file.uri())));
        this.findings = new Lazy<>(() -> Compiler.judge(config, options));
        this.plan = new Lazy<>(this::makePlan);
    }

    /// Reads a root; nothing when it is neither open nor a readable file.
    ///
    /// @param superseded asked between two files; the work is then given up
    static Optional<Analysis> of(
            Root root,
            Snapshot snapshot,
            Disk disk,
            ProjectFiles.Known project,
            BooleanSupplier superseded) {
        Options options = ProjectFiles.options(project.project(), snapshot.preferences());
        Overlay overlay = new Overlay(snapshot, disk, root, project.project().folder(), superseded);
        return overlay.root(root)
                .map(
                        file -> {
                            Config config = Compiler.read(file, overlay, options);
                            if (overlay.interrupted()) {
                                throw new CancellationException("superseded");
                            }
                            return new Analysis(root, options, project.problem(), config, overlay);
                        });
    }

    boolean holdsFor(Snapshot snapshot, Disk disk, ProjectFiles.Known project) {
        return root.path().isPresent()
                && projectProblem.equals(project.problem())
                && options.equals(ProjectFiles.options(project.project(), snapshot.preferences()))
                && Overlay.unchanged(dependencies, snapshot, disk);
    }

    private Optional<Plan> makePlan() {
        boolean faulty =
                findings.get().stream().anyMatch(each -> each.severity() == Severity.ERROR);
        return faulty ? Optional.empty() : Optional.of(Compiler.plan(config, options));
    }

    public Root root() {
        return root;
    }

    /// The name of the root for people.
    public String name() {
        return config.file().name();
    }

    /// How it was read.
    public Options options() {
        return options;
    }

    /// A file cut into words.
    public List<Written> written(SourceFile file) {
        return Written.of(file, options.target().vocabulary());
    }

    public Config config() {
        return config;
    }

    /// Why the project file cannot be used, with the file and the place in front.
    public Optional<String> projectProblem() {
        return projectProblem;
    }

    /// What the rules say.
    public List<Diagnostic> findings() {
        return findings.get();
    }

    /// What will exist, with where each value came from; nothing where there are errors.
    public Optional<Plan> plan() {
        return plan.get();
    }

    /// Something made of this analysis, once for all who ask.
    public <T> T derived(Class<T> kind, Function<Analysis, T> maker) {
        return kind.cast(derived.computeIfAbsent(kind, _ -> maker.apply(this)));
    }

    /// Every file that was read; one that is included twice is there twice.
    public Collection<LoadedFile> files() {
        return files.values();
    }

    /// The texts that were read, and the files they are from.
    public Map<SourceFile, LoadedFile> sources() {
        return files;
    }

    /// Reads the same files again, as they were.
    public Sources again() {
        return path ->
                files.keySet().stream()
                        .filter(file -> file.name().equals(path) && file != config.file())
                        .findFirst()
                        .<Sources.Answer>map(Sources.Answer.Found::new)
                        .orElse(new Sources.Answer.Refused("no such file"));
    }

    /// Whether a file is read as part of it.
    public boolean reads(String uri) {
        return keys.contains(FileUri.key(uri));
    }

    boolean readsKey(String key) {
        return keys.contains(key);
    }

    Set<String> keys() {
        return keys;
    }

    /// The file that a span lies in.
    public Optional<LoadedFile> file(Span span) {
        return Optional.ofNullable(files.get(span.file()));
    }

    /// The text that was read from a file, the first time it was.
    public Optional<SourceFile> source(String uri) {
        String key = FileUri.key(uri);
        return files.entrySet().stream()
                .filter(file -> FileUri.key(file.getValue().uri()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Where the file of an include is, or would be.
    public Optional<Path> included(String path) {
        return Optional.ofNullable(resolved.get(path));
    }

    /// The folders that relative paths may be relative to, the first one first.
    public List<Path> bases() {
        return bases;
    }

    /// A span in terms of the protocol.
    public Optional<Location> location(Span span) {
        return file(span).map(file -> file.location(span));
    }

    /// Whether a span lies in a file.
    public boolean isIn(Span span, String uri) {
        return file(span).map(file -> file.uri().equals(uri)).orElse(false);
    }

    /// Whether a span covers an offset of a document; its end counts as covered.
    public boolean covers(Span span, String uri, int offset) {
        return span.start() <= offset && offset <= span.end() && isIn(span, uri);
    }
}
