package vmconf.compiler.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// The option by which a command that makes one text is told where to put it.
final class Output {
    private Output() {}

    static void addTo(Options options) {
        options.addOption(
                Option.builder("o")
                        .longOpt("output")
                        .hasArg()
                        .argName("FILE")
                        .desc("write to a file, all at once, instead of standard output")
                        .get());
    }

    /// Writes the text where the command line says.
    ///
    /// @param command its name is part of a complaint
    /// @return the exit status
    static int write(Command command, String text, CommandLine line, Vmconf.Streams streams) {
        String output = line.getOptionValue("output");
        if (output == null) {
            streams.out().print(text);
            return Command.OK;
        }
        try (Rewrite rewrite = new Rewrite()) {
            rewrite.add(output, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
            rewrite.commit();
            return Command.OK;
        } catch (Rewrite.RewriteException e) {
            streams.err().println("vmconf " + command.name() + ": " + e.getMessage());
            return Command.TROUBLE;
        }
    }
}
