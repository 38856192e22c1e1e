package vmconf.compiler.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
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

    /// A text that is made while it is written.
    interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /// Writes the text where the command line says.
    ///
    /// @param command its name is part of a complaint
    /// @return the exit status
    static int write(Command command, String text, CommandLine line, Vmconf.Streams streams) {
        return write(command, out -> out.write(text), line, streams);
    }

    /// The same for a text that need not be in memory as a whole.
    static int write(Command command, Text text, CommandLine line, Vmconf.Streams streams) {
        String output = line.getOptionValue("output");
        try (Rewrite rewrite = new Rewrite()) {
            if (output == null) {
                encode(text, streams.out());
            } else {
                rewrite.add(output, Optional.empty(), out -> encode(text, out));
                rewrite.commit();
            }
            return Command.OK;
        } catch (Rewrite.RewriteException e) {
            return command.trouble(String.valueOf(e.getMessage()), streams);
        } catch (IOException e) {
            return command.trouble("cannot write: " + Rewrite.reason(e), streams);
        }
    }

    private static void encode(Text text, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.writeTo(writer);
        writer.flush();
    }
}
