package vmconf.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.why.Question;
import vmconf.compiler.why.Question.Answer;
import vmconf.compiler.why.WhyText;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;

/// Compiles a vm.conf. Loaded only when there is one, so that a plan starts without the compiler.
final class Compiling {
    /// Where values come from takes more memory than the values.
    private static final int LONGEST_EXPLAINED = 1 << 20;

    private Compiling() {}

    /// Where values of a plan come from.
    ///
    /// @param words a VM and a key
    static Configuration.Explained why(Plan plan, List<String> words) {
        return switch (new Question(plan).ask(words)) {
            case Answer.Unknown(String reason) -> new Configuration.Explained.Unknown(reason);
            case Answer.Found found ->
                    new Configuration.Explained.Told(WhyText.of(plan, found, false));
        };
    }

    /// The file's plan; findings that are no errors go to standard error.
    static Plan plan(Path path, String text, List<String> macros, String seed)
            throws StartupException {
        List<CommandLineMacro> definitions =
                macros.stream().map(CommandLineMacro::parse).flatMap(Optional::stream).toList();
        SourceFile file = SourceFile.of(path.toString(), text);
        DiskSources sources = new DiskSources(Path.of("").toAbsolutePath());
        Options options = new Options(Target.NATIVE, definitions, seed);
        Compilation compilation =
                text.length() > LONGEST_EXPLAINED
                        ? Compiler.compile(file, sources, options)
                        : Compiler.compileWithProvenance(file, sources, options);
        String report = compilation.report();
        if (compilation.plan().isEmpty()) {
            throw new StartupException(
                    report.stripTrailing(), Optional.of(compilation.reportAsJson(path.toString())));
        }
        System.err.print(report);
        return compilation.plan().get();
    }
}
