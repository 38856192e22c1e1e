package vmconf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Target;
import vmconf.compiler.fix.Fixer;
import vmconf.plan.PlanYaml;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

/// `testdata/corpus/rules`: each `x.conf` has its exact findings in `x.diag` (none: the file is
/// clean) and, where there is one, its plan in `x.plan.yaml` and its text with all fixes in
/// `x.fixed`.
class DiagnosticsCorpusTest {
    private static final String FOLDER = "testdata/corpus/rules";

    static List<String> names() {
        return Golden.names(FOLDER, ".conf");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasExactlyTheFindingsExpected(String name) {
        Compilation compilation = compile(name);
        String findings =
                compilation.diagnostics().stream()
                        .map(DiagnosticsCorpusTest::line)
                        .collect(Collectors.joining());
        Golden.check(FOLDER + "/" + name + ".diag", findings);
    }

    @ParameterizedTest
    @MethodSource("planned")
    void hasExactlyThePlanExpected(String name) {
        Golden.check(
                FOLDER + "/" + name + ".plan.yaml",
                compile(name)
                        .plan()
                        .map(PlanYaml::toYaml)
                        .map(PlanSchema::check)
                        .orElse("no plan\n"));
    }

    static List<String> planned() {
        return Golden.names(FOLDER, ".plan.yaml");
    }

    /// `x.fixed`: every file that changes when all fixes are applied.
    @ParameterizedTest
    @MethodSource("fixed")
    void isFixedAsExpected(String name) {
        Sources sources = new DiskSources(Golden.root().resolve(FOLDER));
        SourceFile file = file(name);
        Fixer.Fixed fixed = Fixer.fix(file, sources, Options.forTarget(target(file)), true);
        String texts =
                fixed.changes().stream()
                        .map(
                                change ->
                                        "### %s\n%s"
                                                .formatted(change.after(), change.after().text()))
                        .sorted()
                        .collect(Collectors.joining());
        Golden.check(FOLDER + "/" + name + ".fixed", texts);
    }

    static List<String> fixed() {
        return Golden.names(FOLDER, ".fixed");
    }

    @Test
    void noExpectationIsLeftWithoutItsFile() {
        assertThat(names())
                .containsAll(Golden.names(FOLDER, ".diag"))
                .containsAll(planned())
                .containsAll(fixed());
    }

    private static String line(Diagnostic finding) {
        String end =
                finding.span().from().line() == finding.span().until().line()
                        ? "" + finding.span().until().column()
                        : finding.span().until().line() + ":" + finding.span().until().column();
        return "%s-%s: %s: %s [%s]%n"
                .formatted(
                        finding.span(),
                        end,
                        finding.severity().word(),
                        finding.message(),
                        finding.code());
    }

    private static Compilation compile(String name) {
        Sources sources = new DiskSources(Golden.root().resolve(FOLDER));
        SourceFile file = file(name);
        return Compiler.compile(file, sources, Options.forTarget(target(file)));
    }

    private static SourceFile file(String name) {
        Sources sources = new DiskSources(Golden.root().resolve(FOLDER));
        if (!(sources.read(name + ".conf") instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(name + ".conf cannot be read");
        }
        return file;
    }

    private static Target target(SourceFile file) {
        return TargetLine.of(file.text());
    }

    @Test
    void fortyMistakesOfFortyKindsAreFortyFindings() {
        assertThat(compile("forty-mistakes").diagnostics())
                .hasSize(40)
                .extracting(Diagnostic::code)
                .doesNotHaveDuplicates();
    }
}
