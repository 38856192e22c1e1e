package vmconf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.json.JsonMapper;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Target;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Format;
import vmconf.compiler.report.Report;
import vmconf.compiler.report.Settings;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;
import vmconf.testdata.PlanSchema;

/// What holds for any text whatever.
class AnyTextProperties {
    @Provide
    Arbitrary<String> texts() {
        return RandomText.texts();
    }

    @Provide
    Arbitrary<Target> targets() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(Target.OPENBSD, Target.NATIVE)),
                Tuple.of(1, Arbitraries.of(Target.ALL)));
    }

    @Property(tries = 6000)
    void checkingEndsAndPlacesEveryFinding(
            @ForAll("texts") String text,
            @ForAll("texts") String included,
            @ForAll("targets") Target target) {
        Compilation compilation = compile(text, included, target);
        assertThat(compilation.plan().isPresent()).isEqualTo(compilation.accepted());
        for (Diagnostic finding : compilation.diagnostics()) {
            isPlaced(finding.span());
            finding.related().forEach(related -> isPlaced(related.span()));
            finding.fix().stream().flatMap(fix -> fix.edits().stream()).forEach(this::isEdit);
        }
    }

    @Example
    void aBareNumberBeforeAnIllegalCharacterHasNoFix() {
        checkingEndsAndPlacesEveryFinding("vm {owner 0\uffff", "", Target.OPENBSD);
    }

    private void isEdit(Fix.Edit edit) {
        isPlaced(edit.span());
        assertThat(edit.span().origin().expansion()).isEmpty();
        assertThat(edit.span().text()).isNotEqualTo(edit.text());
    }

    @Property(tries = 500)
    void fixingEndsAndNeverAddsErrors(
            @ForAll("texts") String text, @ForAll("targets") Target target) {
        Compilation before = compile(text, "", target);
        Compilation after =
                Fixer.fix(before.config().file(), Sources.none(), Options.forTarget(target), true)
                        .rest();
        assertThat(errors(after)).isLessThanOrEqualTo(errors(before));
    }

    private static long errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    @Property(tries = 500)
    void everyReportCanBeWritten(@ForAll("texts") String text, @ForAll("texts") String included) {
        Compilation compilation = compile(text, included, Target.OPENBSD);
        assertThat(compilation.report().lines().count())
                .isGreaterThanOrEqualTo(compilation.diagnostics().size());
        assertThat(new JsonMapper().readTree(json(compilation)).at("/files/0/diagnostics"))
                .hasSize(compilation.diagnostics().size());
    }

    @Property(tries = 500)
    void aPlanReadsBackAsItself(@ForAll("texts") String text) throws PlanException {
        Compilation compilation = compile("vm ok {\nenable\n}\n" + text, "", Target.NATIVE);
        if (compilation.plan().isPresent()) {
            var plan = compilation.plan().get();
            assertThat(PlanYaml.read(PlanSchema.check(PlanYaml.toJson(plan)))).isEqualTo(plan);
        }
    }

    private static String json(Compilation compilation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            Report report =
                    Format.JSON.to(
                            print, new Settings(false, Severity.ERROR, List::of, Optional.empty()));
            report.add(new Checked.Judged("a.conf", compilation.diagnostics()));
            report.end();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Compilation compile(String text, String included, Target target) {
        Sources sources =
                path ->
                        path.equals("part.conf")
                                ? new Sources.Answer.Found(SourceFile.of(path, included))
                                : new Sources.Answer.Refused("no such file");
        return Compiler.compile(SourceFile.of("a.conf", text), sources, Options.forTarget(target));
    }

    private static void isPlaced(Span span) {
        assertThat(span.start()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(span.file().text().length());
        assertThat(span.from().line()).isPositive();
        assertThat(span.from().column()).isPositive();
    }
}
