package vmconf.compiler.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.source.Span;

/// Says which files were read for an operand, for those who want to know.
final class FilesRead {
    private FilesRead() {}

    /// A sentence for each file, in reading order.
    static List<String> of(Config config) {
        List<String> read = new ArrayList<>();
        read.add("read " + config.file().name());
        for (FollowedInclude include : config.includes()) {
            if (include.outcome() instanceof FollowedInclude.Outcome.Read) {
                Span at = include.directive().span();
                String file = include.directive().path().text();
                int number = at.from().line();
                read.add("read " + file + ", included from " + at.file().name() + ":" + number);
            }
        }
        return read;
    }

    /// The files that were asked for, also those that are not there.
    static Set<Path> paths(Config config) {
        Set<Path> paths = new HashSet<>();
        paths.add(Path.of(config.file().name()));
        for (FollowedInclude include : config.includes()) {
            try {
                paths.add(Path.of(include.directive().path().text()));
            } catch (InvalidPathException _) {
                // No file of this host can have that name.
            }
        }
        return paths;
    }
}
