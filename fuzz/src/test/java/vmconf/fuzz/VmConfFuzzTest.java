package vmconf.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.format.Formatted;
import vmconf.compiler.format.Formatter;
import vmconf.compiler.vmd.Host;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.Mode;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.PlanSchema;

/// Whatever the bytes of a vm.conf are, nothing throws, findings lie inside the text, and every
/// plan reads back.
class VmConfFuzzTest {
    private static final List<CommandLineMacro> MACROS =
            List.of(new CommandLineMacro("m", "vm \"m\" {\n disk \"/m\"\n}\n"));

    /// A file may include itself by its own name, or another one.
    private static Sources sources(SourceFile file) {
        return path ->
                path.equals("f")
                        ? new Sources.Answer.Found(file)
                        : path.equals("g")
                                ? new Sources.Answer.Found(SourceFile.of("g", "x = \"1\"\nvm \"g"))
                                : new Sources.Answer.Refused("no such file");
    }

    static Stream<Arguments> seeds() {
        return Seeds.corpus().map(Arguments::of);
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "vm.conf.dict")
    @FuzzTest(maxDuration = "10m")
    void checkCompileAndFix(byte[] bytes) throws PlanException {
        SourceFile file = SourceFile.decode("f", bytes);
        for (Target target : List.of(Target.OPENBSD, Target.NATIVE)) {
            Options options = new Options(target, MACROS, "seed");
            Compilation compilation = Compiler.compile(file, sources(file), options);
            compilation.diagnostics().forEach(VmConfFuzzTest::lookAt);
            if (compilation.plan().isPresent()) {
                String text = PlanSchema.check(PlanYaml.toYaml(compilation.plan().get()));
                if (!PlanYaml.read(text).equals(compilation.plan().get())) {
                    throw new AssertionError("the plan reads back as another one");
                }
            }
            Fixer.fix(file, sources(file), options, true);
        }
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "vm.conf.dict")
    @FuzzTest(maxDuration = "10m")
    void layOut(byte[] bytes) {
        SourceFile file = SourceFile.decode("f", bytes);
        if (!(Formatter.format(file, sources(file)) instanceof Formatted.Done done)) {
            return;
        }
        SourceFile after = done.after();
        if (!(Formatter.format(after, sources(after)) instanceof Formatted.Done again)
                || again.changes()) {
            throw new AssertionError("laid out twice, it changes again");
        }
        Options options = new Options(Target.OPENBSD, MACROS, "seed");
        var one = Compiler.compile(file, sources(file), options).plan();
        var other = Compiler.compile(after, sources(after), options).plan();
        if (!one.equals(other)) {
            throw new AssertionError("laid out, it says something else");
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void judgeAsVmd(byte[] bytes) {
        SourceFile file = SourceFile.decode("f", bytes);
        Judge.judge(file, sources(file), new EmptyHost(), MACROS, Mode.CHECK);
        Judge.judge(file, sources(file), new EmptyHost(), MACROS, new Mode(true, true));
    }

    private static void lookAt(Diagnostic finding) {
        finding.span().from();
        finding.span().until();
        finding.span().text();
        finding.related().forEach(related -> related.span().text());
    }

    private static final class EmptyHost implements Host {
        @Override
        public Resolved realpath(String path) {
            return path.startsWith("/")
                    ? new Resolved.Path(path)
                    : new Resolved.Failed("No such file or directory");
        }

        @Override
        public OptionalLong user(String name) {
            return name.equals("root") ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public OptionalLong group(String name) {
            return user(name);
        }
    }
}
