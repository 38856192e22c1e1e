package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.OneLine;

/// What lies beside the files of an export and is named as if it were one of them: an earlier
/// export may have written it, of machines that are gone. It may as well be somebody's own, so it
/// stays.
final class LeftBehind {
    private static final int MOST_NAMED = 10;

    private final Path folder;
    private final Set<Path> written;
    private final List<PathMatcher> names;

    LeftBehind(String folder, Exporter exporter, List<Artifact> files) {
        this.folder = Path.of(folder);
        written = files.stream().map(each -> Path.of(each.name())).collect(Collectors.toSet());
        names =
                exporter.names().stream()
                        .map(each -> this.folder.getFileSystem().getPathMatcher("glob:" + each))
                        .toList();
    }

    /// Names the files, for people, the first of them where there are many; nothing where there are
    /// none.
    Optional<String> note() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> left =
                    files.filter(each -> isLeft(each.getFileName()) && Files.isRegularFile(each))
                            .map(each -> OneLine.of(each.toString()))
                            .sorted()
                            .toList();
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "not written now, perhaps left by an earlier export: " + listed(left));
        } catch (IOException e) {
            return Optional.of(
                    "cannot look for what an earlier export left in %s: %s"
                            .formatted(folder, Rewrite.reason(e)));
        }
    }

    private static String listed(List<String> left) {
        String names = left.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = left.size() - MOST_NAMED;
        return more > 0 ? "%s (and %d more)".formatted(names, more) : names;
    }

    private boolean isLeft(Path name) {
        return !written.contains(name) && names.stream().anyMatch(each -> each.matches(name));
    }
}
