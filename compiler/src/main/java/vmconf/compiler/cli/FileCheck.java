package vmconf.compiler.cli;

import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.project.ProjectException;
import vmconf.compiler.report.Checked;
import vmconf.source.Sources;

/// Checks one file by our rules.
final class FileCheck implements Function<String, Checked> {
    private final CommandLine line;
    private final FileOptions options;
    private final Vmconf.Streams streams;

    FileCheck(CommandLine line, FileOptions options, Vmconf.Streams streams) {
        this.line = line;
        this.options = options;
        this.streams = streams;
    }

    @Override
    public Checked apply(String operand) {
        try {
            return switch (Inputs.read(operand, line, streams)) {
                case Sources.Answer.Refused(var reason) -> unreadable(operand, reason);
                case Sources.Answer.Found(var file) -> {
                    Compilation compilation =
                            Compiler.check(file, Inputs.disk(), options.of(operand));
                    yield new Checked.Judged(file.name(), compilation.diagnostics());
                }
            };
        } catch (ProjectException e) {
            return unreadable(operand, String.valueOf(e.getMessage()));
        }
    }

    private Checked unreadable(String operand, String reason) {
        streams.err().println("vmconf check: cannot read " + operand + ": " + reason);
        return new Checked.Unreadable(operand, reason);
    }
}
