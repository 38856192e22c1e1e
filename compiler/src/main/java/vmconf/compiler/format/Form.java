package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
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
        private static final Way ALONE = new Way(Optional.empty(), Sources.none());

        /// Whether nothing but the file's own text is read.
        boolean isAlone() {
            return equals(ALONE);
        }

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
        Config first = Way.ALONE.read(file, Target.OPENBSD);
        List<SyntaxProblem> problems = problems(file, first);
        if (problems.isEmpty()) {
            return new Form(file, Way.ALONE, Optional.of(first), problems);
        }
        List<Way> ways = new ArrayList<>(List.of(Way.ALONE, new Way(Optional.empty(), sources)));
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
        return new Form(file, Way.ALONE, Optional.empty(), fewest);
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
                    (way.isAlone() ? Vocabularies.of(file.text()) : Vocabularies.ALL)
                            .stream()
                                    .map(this::reading)
                                    .filter(found -> problems(file, found).isEmpty())
                                    .toList();
            readings = all;
        }
        return all;
    }

    private Config reading(Target target) {
        return config.filter(found -> found.target().equals(target))
                .orElseGet(() -> way.read(file, target));
    }

    /// Whether a new text of the file holds the same directives, for any target that reads it.
    boolean holds(SourceFile changed) {
        return readings().stream().allMatch(before -> holds(before, changed));
    }

    private boolean holds(Config before, SourceFile changed) {
        Config after = way.read(changed, before.target());
        return problems(changed, after).isEmpty() && Shape.of(before).equals(Shape.of(after));
    }

    /// A macro may be defined in a file that includes this one.
    private static List<SyntaxProblem> problems(SourceFile file, Config config) {
        return config.problems().stream()
                .filter(each -> each.kind() != Kind.UNDEFINED_MACRO && each.span().file() == file)
                .toList();
    }
}
