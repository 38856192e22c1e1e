package vmconf.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;
import vmconf.testdata.Golden;

/// `testdata/corpus/format`: each `x.conf` has its layout in `x.formatted`, or what is said of it
/// when it is refused; and what holds for every file of all corpora.
class FormatCorpusTest {
    private static final String FOLDER = "testdata/corpus/format";
    private static final String RULES = "testdata/corpus/rules";

    static List<String> names() {
        return Golden.names(FOLDER, ".conf");
    }

    static List<String> ruleFiles() {
        return Golden.names(RULES, ".conf");
    }

    static List<Corpus.Verdict> verdicts() {
        return Corpus.verdicts();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isLaidOutAsExpected(String name) {
        SourceFile file = file(sources(FOLDER), name + ".conf");
        Golden.check(FOLDER + "/" + name + ".formatted", answer(file));
        Layouts.hold(file, sources(FOLDER), List.of());
    }

    private static String answer(SourceFile file) {
        return switch (Formatter.format(file, sources(FOLDER))) {
            case Formatted.Done done -> done.after().text();
            case Formatted.Refused(var problems) ->
                    problems.stream()
                            .map(FormatCorpusTest::line)
                            .collect(Collectors.joining("\n", "refused\n", "\n"));
            case Formatted.Doubtful() -> "left as it is\n";
        };
    }

    private static String line(Diagnostic problem) {
        return problem.span() + ": " + problem.message() + " [" + problem.code() + "]";
    }

    @Test
    void noExpectationIsLeftWithoutItsFile() {
        assertThat(names()).containsAll(Golden.names(FOLDER, ".formatted"));
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void aFileOfTheRulesKeepsItsMeaning(String name) {
        Sources sources = sources(RULES);
        Layouts.hold(file(sources, name + ".conf"), sources, List.of());
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aFileOfVmdKeepsItsMeaning(Corpus.Verdict verdict) {
        Sources sources = new DiskSources(Corpus.folder());
        List<CommandLineMacro> macros =
                verdict.macros().stream()
                        .flatMap(each -> CommandLineMacro.parse(each).stream())
                        .toList();
        Layouts.hold(file(sources, verdict.file()), sources, macros);
    }

    /// Of the files that vmd takes, those that are not laid out, and why.
    @Test
    void laysOutWhatVmdTakesButTheFilesListed() {
        Sources sources = new DiskSources(Corpus.folder());
        String left =
                Corpus.verdicts().stream()
                        .filter(Corpus.Verdict::accept)
                        .map(verdict -> left(file(sources, verdict.file())))
                        .sorted()
                        .collect(Collectors.joining());
        Golden.check("testdata/corpus/unformatted.txt", left);
    }

    private static String left(SourceFile file) {
        return switch (Formatter.format(file, new DiskSources(Corpus.folder()))) {
            case Formatted.Done _ -> "";
            case Formatted.Refused(var problems) ->
                    file.name() + " " + problems.getFirst().code() + "\n";
            case Formatted.Doubtful() -> file.name() + " doubtful\n";
        };
    }

    private static Sources sources(String folder) {
        return new DiskSources(Golden.root().resolve(folder));
    }

    private static SourceFile file(Sources sources, String name) {
        if (!(sources.read(name) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(name + " cannot be read");
        }
        return file;
    }
}
