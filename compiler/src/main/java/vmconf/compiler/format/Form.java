package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Keyword;
import vmconf.compiler.syntax.Release;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Whether a file has the form of the grammar, for any target: words that one release reserves are
/// names for another one, and layout is the same for all.
final class Form {
    private static final List<Target> TARGETS =
            List.of(Target.OPENBSD, Target.NATIVE, Target.ALL.get(1));

    private final SourceFile file;
    private final Way way;
    private final Optional<Config> config;
    private final List<SyntaxProblem> problems;
    private @Nullable List<Config> readings;

    /// A way to read a file.
    ///
    /// @param root the file that includes it; absent: it is read by itself
    private record Way(Optional<SourceFile> root, Sources sources) {
        Config read(SourceFile file, Target target) {
            return root.isEmpty()
                    ? Expander.expand(file, sources, target, List.of())
                    : Expander.expand(root.get(), with(file), target, List.of());
        }

        private Sources with(SourceFile file) {
            return path ->
                    path.equals(file.name()) ? new Sources.Answer.Found(file) : sources.read(path);
        }
    }

    private Form(SourceFile file, Way way, Optional<Config> config, List<SyntaxProblem> problems) {
        this.file = file;
        this.way = way;
        this.config = config;
        this.problems = problems;
    }

    /// By its own text alone; where that has no form, with what it includes, because a block may
    /// begin there, and within the file that includes it, because a block may end there.
    static Form of(SourceFile file, Sources sources, Optional<SourceFile> root) {
        Way alone = new Way(Optional.empty(), Sources.none());
        Config first = alone.read(file, Target.OPENBSD);
        List<SyntaxProblem> problems = problems(file, first);
        if (problems.isEmpty()) {
            return new Form(file, alone, Optional.of(first), problems);
        }
        List<Way> ways = new ArrayList<>(List.of(alone, new Way(Optional.empty(), sources)));
        root.ifPresent(includer -> ways.add(new Way(Optional.of(includer), sources)));
        List<SyntaxProblem> fewest = problems;
        for (Way way : ways) {
            for (Target target : TARGETS) {
                Config config = way.read(file, target);
                List<SyntaxProblem> others = problems(file, config);
                if (others.isEmpty()) {
                    return new Form(file, way, Optional.of(config), others);
                }
                fewest = others.size() < fewest.size() ? others : fewest;
            }
        }
        return new Form(file, alone, Optional.empty(), fewest);
    }

    /// What is wrong with it; nothing where it can be laid out.
    List<SyntaxProblem> problems() {
        return problems;
    }

    /// The places where options start, for any target that reads the file.
    OptionStarts optionStarts() {
        return config.map(found -> new OptionStarts(file, found, this::readings)).orElseThrow();
    }

    /// The file as each target reads it that can; made when a line is to be broken.
    private List<Config> readings() {
        List<Config> all = readings;
        if (all == null) {
            all =
                    Vocabularies.ALL.stream()
                            .map(target -> way.read(file, target))
                            .filter(found -> problems(file, found).isEmpty())
                            .toList();
            readings = all;
        }
        return all;
    }

    /// Whether a new text of the file holds the same directives, for any target that reads it.
    boolean holds(SourceFile changed) {
        return readings().stream().allMatch(before -> holds(before, changed));
    }

    private boolean holds(Config before, SourceFile changed) {
        Config after = way.read(changed, before.target());
        return problems(changed, after).isEmpty() && Shape.of(before).equals(Shape.of(after));
    }

    /// The targets that differ in their words: what one takes for an option can be a part of the
    /// path in front of it for another one. Made when a line is to be broken.
    private static final class Vocabularies {
        static final List<Target> ALL =
                Target.ALL.stream()
                        .filter(target -> !target.isOlder() || hasNewWords(target.release()))
                        .toList();

        private static boolean hasNewWords(Release release) {
            return Arrays.stream(Keyword.values()).anyMatch(word -> word.since() == release);
        }
    }

    /// A macro may be defined in a file that includes this one.
    private static List<SyntaxProblem> problems(SourceFile file, Config config) {
        return config.problems().stream()
                .filter(each -> each.kind() != Kind.UNDEFINED_MACRO && each.span().file() == file)
                .toList();
    }
}
