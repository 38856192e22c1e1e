package vmconf.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;

/// Compiles a vm.conf. Loaded only when there is one, so that a plan starts without the compiler.
final class Compiling {
    private Compiling() {}

    /// The file's plan; findings that are no errors go to standard error.
    static Plan plan(Path path, String text, List<String> macros, String seed)
            throws StartupException {
        List<CommandLineMacro> definitions =
                macros.stream().map(CommandLineMacro::parse).flatMap(Optional::stream).toList();
        Compilation compilation =
                Compiler.compile(
                        SourceFile.of(path.toString(), text),
                        new DiskSources(Path.of("").toAbsolutePath()),
                        new Options(Target.NATIVE, definitions, seed));
        String report = compilation.report();
        if (compilation.plan().isEmpty()) {
            throw new StartupException(
                    report.stripTrailing(), Optional.of(compilation.reportAsJson(path.toString())));
        }
        System.err.print(report);
        return compilation.plan().get();
    }
}
