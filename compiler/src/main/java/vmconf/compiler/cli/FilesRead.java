package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
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
}
