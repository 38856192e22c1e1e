package vmconf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

/// Every file of the reference corpus through the whole compiler.
class CorpusTest {
    /// Of the releases, one with few words of its own and one with most.
    private static final List<Target> TARGETS =
            Stream.of("openbsd", "native", "openbsd-5.9", "openbsd-6.4")
                    .flatMap(name -> Target.named(name).stream())
                    .toList();

    static List<Corpus.Verdict> verdicts() {
        return Corpus.verdicts();
    }

    /// `testdata/corpus/stricter.txt` lists the files that vmd takes and we refuse, each with the
    /// codes why.
    @Test
    void refusesNoFileThatVmdTakesButTheOnesListed() {
        var stricter = new TreeMap<String, String>();
        for (Corpus.Verdict verdict : Corpus.verdicts()) {
            Compilation compilation = compile(verdict, Target.OPENBSD);
            if (verdict.accept() && !compilation.accepted()) {
                stricter.put(verdict.file(), errors(compilation));
            }
        }
        String list =
                stricter.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue() + "\n")
                        .collect(Collectors.joining());
        Golden.check("testdata/corpus/stricter.txt", list);
    }

    /// `testdata/corpus/laxer.txt` lists the files that vmd refuses and we take: all for what the
    /// host has.
    @Test
    void takesNoFileThatVmdRefusesButTheOnesListed() {
        String list =
                Corpus.verdicts().stream()
                        .filter(verdict -> !verdict.accept())
                        .filter(verdict -> compile(verdict, Target.OPENBSD).accepted())
                        .map(verdict -> verdict.file() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
        Golden.check("testdata/corpus/laxer.txt", list);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyFileIsReadForEachTargetAndItsPlanSurvives(Corpus.Verdict verdict) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (Target target : TARGETS) {
                        Compilation compilation = compile(verdict, target);
                        assertThat(compilation.plan().isPresent())
                                .isEqualTo(compilation.accepted());
                        compilation.plan().ifPresent(CorpusTest::survives);
                        compilation.diagnostics().forEach(CorpusTest::isPlaced);
                    }
                });
    }

    private static void survives(vmconf.plan.Plan plan) {
        try {
            assertThat(PlanYaml.read(PlanSchema.check(PlanYaml.toYaml(plan)))).isEqualTo(plan);
        } catch (PlanException e) {
            throw new AssertionError(e);
        }
    }

    private static void isPlaced(Diagnostic diagnostic) {
        int length = diagnostic.span().file().text().length();
        assertThat(diagnostic.span().start()).isBetween(0, diagnostic.span().end());
        assertThat(diagnostic.span().end()).isLessThanOrEqualTo(length);
    }

    private static String errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Diagnostic::code)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Compilation compile(Corpus.Verdict verdict, Target target) {
        Sources sources = new DiskSources(Corpus.folder());
        if (!(sources.read(verdict.file()) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(verdict.file() + " cannot be read");
        }
        Stream<CommandLineMacro> macros =
                verdict.macros().stream().flatMap(each -> CommandLineMacro.parse(each).stream());
        return Compiler.compile(
                file, sources, new Options(target, macros.toList(), Options.DEFAULT_SEED));
    }
}
