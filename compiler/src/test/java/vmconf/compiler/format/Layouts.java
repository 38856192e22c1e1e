package vmconf.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What holds for every file that is laid out.
final class Layouts {
    private static final List<Target> TARGETS =
            Stream.of("openbsd", "native", "openbsd-5.9", "openbsd-6.4")
                    .flatMap(name -> Target.named(name).stream())
                    .toList();

    private Layouts() {}

    /// Lays a file out once more and compiles it, before and after.
    static void hold(SourceFile file, Sources sources, List<CommandLineMacro> macros) {
        if (!(Formatter.format(file, sources) instanceof Formatted.Done done) || !done.changes()) {
            return;
        }
        SourceFile after = done.after();
        assertThat(Formatter.format(after, sources))
                .as("laid out twice:%n%s", after.text())
                .isEqualTo(new Formatted.Done(after, List.of()));
        assertThat(comments(after.text())).isEqualTo(comments(file.text()));
        haveOneMeaning(file, after, sources, macros);
    }

    /// Two texts of a file have one plan and the same findings, for every target.
    static void haveOneMeaning(
            SourceFile file, SourceFile after, Sources sources, List<CommandLineMacro> macros) {
        for (Target target : TARGETS) {
            Options options = new Options(target, macros, Options.DEFAULT_SEED);
            Compilation one = Compiler.compile(file, sources, options);
            Compilation other = Compiler.compile(after, sources, options);
            assertThat(other.plan())
                    .as("plan of %s%n%s%nfor %s", file.text(), after.text(), target.word())
                    .isEqualTo(one.plan());
            if (!isRead(one)) {
                // A line that starts later may be one that an older release can read.
                continue;
            }
            assertThat(findings(other))
                    .as("findings of %s%n%s%nfor %s", file.text(), after.text(), target.word())
                    .isEqualTo(findings(one));
        }
    }

    private static boolean isRead(Compilation compilation) {
        return compilation.config().problems().stream()
                .allMatch(problem -> problem.kind() == SyntaxProblem.Kind.UNDEFINED_MACRO);
    }

    /// What is said, without the places.
    private static List<String> findings(Compilation compilation) {
        return compilation.diagnostics().stream().map(Layouts::said).sorted().toList();
    }

    /// Messages repeat the text as written, and some tell whether two texts are the same.
    private static String said(Diagnostic finding) {
        return finding.code() + " " + finding.severity();
    }

    /// The characters of what looks like a comment, without blanks.
    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.indexOf('#') >= 0)
                .map(line -> line.substring(line.indexOf('#')).replaceAll("\\s", ""))
                .toList();
    }
}
