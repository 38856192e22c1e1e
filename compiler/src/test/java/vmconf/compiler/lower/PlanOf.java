package vmconf.compiler.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.rule.RuleSettings;
import vmconf.plan.Plan;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

/// Plans for tests. What we are stricter about than vmd is turned down, as it is about what is
/// wise, not about what the plan would be.
public final class PlanOf {
    private PlanOf() {}

    /// The plan of a text without errors that cannot be turned down.
    public static Plan lenient(String text, Target target) {
        Compilation compilation =
                compile(SourceFile.of("vm.conf", text), Sources.none(), target, List.of(), true);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    /// What comes of a text by the rules as they are.
    static Compilation compiled(String text, Target target) {
        return compile(SourceFile.of("vm.conf", text), Sources.none(), target, List.of(), false);
    }

    /// What comes of a file of the corpus.
    public static Compilation corpus(Corpus.Verdict verdict, Target target) {
        Sources sources = new DiskSources(Corpus.folder());
        if (!(sources.read(verdict.file()) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(verdict.file() + " cannot be read");
        }
        List<CommandLineMacro> macros =
                verdict.macros().stream()
                        .flatMap(each -> CommandLineMacro.parse(each).stream())
                        .toList();
        return compile(file, sources, target, macros, true);
    }

    private static Compilation compile(
            SourceFile file,
            Sources sources,
            Target target,
            List<CommandLineMacro> macros,
            boolean lenient) {
        Options options =
                new Options(
                        target,
                        macros,
                        Options.DEFAULT_SEED,
                        lenient ? new RuleSettings(turnedDown()) : RuleSettings.DEFAULT,
                        Optional.empty());
        return Compiler.compile(file, sources, options);
    }

    private static Map<String, Optional<Severity>> turnedDown() {
        Map<String, Optional<Severity>> levels = new HashMap<>();
        Compiler.rules().stream()
                .filter(RuleInfo::adjustable)
                .forEach(each -> levels.put(each.code(), Optional.of(Severity.NOTE)));
        return levels;
    }
}
