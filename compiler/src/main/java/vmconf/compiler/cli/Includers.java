package vmconf.compiler.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Which of the files named includes which; found out when somebody asks.
final class Includers {
    private final List<String> files;
    private @Nullable Map<Path, SourceFile> found;

    Includers(List<String> files) {
        this.files = files;
    }

    /// The first file that includes another one, by whatever way.
    synchronized Optional<SourceFile> of(String name) {
        Map<Path, SourceFile> all = found;
        if (all == null) {
            all = find();
            found = all;
        }
        try {
            return Optional.ofNullable(all.get(Path.of(name).normalize()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Whether none of the others includes a file, or it is the first of a circle.
    boolean isRoot(String name) {
        Set<String> above = new LinkedHashSet<>();
        String first = name;
        Optional<SourceFile> next = of(name);
        while (next.isPresent() && !above.contains(next.get().name())) {
            String file = next.get().name();
            above.add(file);
            first = file.compareTo(first) < 0 ? file : first;
            next = of(file);
        }
        return above.isEmpty() || (above.contains(name) && first.equals(name));
    }

    private Map<Path, SourceFile> find() {
        Map<Path, SourceFile> all = new HashMap<>();
        for (String file : files) {
            if (!file.equals("-")
                    && Inputs.disk().read(file) instanceof Sources.Answer.Found(var text)
                    && text.text().contains("include")) {
                addIncluded(text, all);
            }
        }
        return all;
    }

    private static void addIncluded(SourceFile root, Map<Path, SourceFile> all) {
        Config config = Expander.expand(root, Inputs.disk(), Target.OPENBSD, List.of());
        for (Path included : FilesRead.paths(config)) {
            if (!included.equals(Path.of(root.name()))) {
                all.putIfAbsent(included.normalize(), root);
            }
        }
    }
}
