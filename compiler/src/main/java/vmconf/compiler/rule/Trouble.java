package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Where text could not be read. What a directive there lacks may be what could not be read.
final class Trouble {
    private final Map<SourceFile, TreeSet<Integer>> starts = new HashMap<>();

    private Trouble() {}

    static Trouble of(Config config) {
        Trouble trouble = new Trouble();
        for (SyntaxProblem problem : config.problems()) {
            trouble.starts
                    .computeIfAbsent(problem.span().file(), file -> new TreeSet<>())
                    .add(problem.span().start());
        }
        return trouble;
    }

    /// Some text of the span could not be read.
    boolean in(Span span) {
        TreeSet<Integer> inFile = starts.get(span.file());
        Integer next = inFile == null ? null : inFile.ceiling(span.start());
        return next != null && next <= span.end();
    }
}
