package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import vmconf.compiler.format.Formatted;
import vmconf.compiler.format.Formatter;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Reads one operand and lays it out.
final class FmtFile implements Function<String, FmtOutcome> {
    /// A block that is not closed may be in the file that includes this one.
    private static final String UNCLOSED = "VM004";

    private final CommandLine line;
    private final Vmconf.Streams streams;
    private final Includers includers;

    /// @param files all operands
    FmtFile(List<String> files, CommandLine line, Vmconf.Streams streams) {
        this.line = line;
        this.streams = streams;
        this.includers = new Includers(files);
    }

    @Override
    public FmtOutcome apply(String operand) {
        // Not a switch: the class that one over patterns needs is made anew at every start.
        Sources.Answer answer = Inputs.read(operand, line, streams);
        if (answer instanceof Sources.Answer.Refused refused) {
            return new FmtOutcome.Unreadable(operand, refused.reason());
        }
        SourceFile file = ((Sources.Answer.Found) answer).file();
        return new FmtOutcome.Read(file.name(), format(file));
    }

    private Formatted format(SourceFile file) {
        Formatted formatted = Formatter.format(file, Inputs.disk());
        if (formatted instanceof Formatted.Refused refused && isUnclosed(refused)) {
            Optional<SourceFile> root = includers.of(file.name());
            return root.isEmpty() ? formatted : Formatter.format(file, Inputs.disk(), root);
        }
        return formatted;
    }

    private static boolean isUnclosed(Formatted.Refused refused) {
        return refused.problems().stream().anyMatch(each -> each.code().equals(UNCLOSED));
    }
}
