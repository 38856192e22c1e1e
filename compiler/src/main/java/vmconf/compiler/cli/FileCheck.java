package vmconf.compiler.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.project.ProjectException;
import vmconf.compiler.report.Checked;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Checks one file by our rules.
final class FileCheck implements Function<String, Outcome> {
    private final CommandLine line;
    private final CheckOptions options;
    private final Vmconf.Streams streams;
    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    FileCheck(CommandLine line, CheckOptions options, Vmconf.Streams streams) {
        this.line = line;
        this.options = options;
        this.streams = streams;
    }

    @Override
    public Outcome apply(String operand) {
        try {
            // Not a switch: the class that one over patterns needs is made anew at every start.
            Sources.Answer answer = Inputs.read(operand, line, streams);
            return answer instanceof Sources.Answer.Refused refused
                    ? unreadable(operand, refused.reason())
                    : check(operand, ((Sources.Answer.Found) answer).file());
        } catch (ProjectException e) {
            return unreadable(operand, String.valueOf(e.getMessage()));
        }
    }

    /// The files asked for so far, also those that are not there.
    Set<Path> files() {
        return Set.copyOf(files);
    }

    private Outcome check(String operand, SourceFile file) throws ProjectException {
        Compilation compilation = Compiler.check(file, Inputs.disk(), options.files().of(operand));
        if (options.watch()) {
            files.addAll(FilesRead.paths(compilation.config()));
        }
        return new Outcome(
                new Checked.Judged(file.name(), compilation.diagnostics()),
                options.verbosity() > 0 ? FilesRead.of(compilation.config()) : List.of());
    }

    private Outcome unreadable(String operand, String reason) {
        try {
            files.add(Path.of(operand));
        } catch (InvalidPathException _) {
            // no file of that name will ever be there
        }
        return Outcome.unreadable(operand, reason, "cannot read " + operand + ": " + reason);
    }
}
