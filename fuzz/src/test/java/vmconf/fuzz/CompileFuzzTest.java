package vmconf.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Target;
import vmconf.compiler.fix.Fixer;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.testdata.PlanSchema;

/// Whatever the bytes of a vm.conf are, nothing throws, findings lie inside the text, and every
/// plan reads back.
class CompileFuzzTest {
    static Stream<Arguments> seeds() {
        return Seeds.corpus().map(Arguments::of);
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "vm.conf.dict")
    @FuzzTest(maxDuration = "10m")
    void checkCompileAndFix(byte[] bytes) throws PlanException {
        SourceFile file = SourceFile.decode("f", bytes);
        for (Target target : List.of(Target.OPENBSD, Target.NATIVE)) {
            Options options = new Options(target, Included.MACROS, "seed");
            Compilation compilation = Compiler.compile(file, Included.by(file), options);
            compilation.diagnostics().forEach(CompileFuzzTest::lookAt);
            if (compilation.plan().isPresent()) {
                String text = PlanSchema.check(PlanYaml.toYaml(compilation.plan().get()));
                if (!PlanYaml.read(text).equals(compilation.plan().get())) {
                    throw new AssertionError("the plan reads back as another one");
                }
            }
            Fixer.fix(file, Included.by(file), options, true);
        }
    }

    private static void lookAt(Diagnostic finding) {
        finding.span().from();
        finding.span().until();
        finding.span().text();
        finding.related().forEach(related -> related.span().text());
    }
}
