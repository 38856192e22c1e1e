package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.expand.TargetNames;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// The options and operands by which commands name what they read.
final class Inputs {
    private Inputs() {}

    static void addTo(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt("target")
                        .hasArg()
                        .argName("TARGET")
                        .desc(
                                "what the file is for: "
                                        + TargetNames.inShort()
                                        + " (default openbsd)")
                        .get());
        options.addOption(
                Option.builder("D")
                        .hasArg()
                        .argName("MACRO=VALUE")
                        .desc("define a macro; no file can change it")
                        .get());
        FileOptions.addTo(options);
        addStdinName(options);
    }

    static void addStdinName(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt("stdin-name")
                        .hasArg()
                        .argName("NAME")
                        .desc("what to call standard input in messages (default <stdin>)")
                        .get());
    }

    /// The operand of a command that takes one file.
    static String single(CommandLine line) throws UsageException {
        if (line.getArgList().size() != 1) {
            throw new UsageException("expected one file; \"-\" is standard input");
        }
        return line.getArgList().getFirst();
    }

    /// The target asked for, if one is.
    static Optional<Target> target(CommandLine line) throws UsageException {
        String name = line.getOptionValue("target");
        if (name == null) {
            return Optional.empty();
        }
        Optional<Target> target = Target.named(name);
        if (target.isEmpty()) {
            throw new UsageException(TargetNames.refusal(name));
        }
        return target;
    }

    /// The macros of the command line.
    static List<CommandLineMacro> macros(CommandLine line) throws UsageException {
        List<CommandLineMacro> macros = new ArrayList<>();
        String[] definitions = line.getOptionValues("D");
        for (String definition : definitions == null ? new String[0] : definitions) {
            macros.add(
                    CommandLineMacro.parse(definition)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "\"-D "
                                                            + definition
                                                            + "\" has no \"=\", expected -D MACRO=VALUE")));
        }
        return macros;
    }

    /// Reads an operand; `-` is standard input. Included folders are empty files, as they are for
    /// vmd, but nobody means to name one.
    static Sources.Answer read(String operand, CommandLine line, Vmconf.Streams streams) {
        if (!operand.equals("-")) {
            Sources.Answer answer = disk().read(operand);
            boolean folder =
                    answer instanceof Sources.Answer.Found found
                            && found.file().text().isEmpty()
                            && Files.isDirectory(Path.of(operand));
            return folder ? new Sources.Answer.Refused("is a folder") : answer;
        }
        try {
            byte[] bytes = streams.in().readNBytes((int) DiskSources.MAX_BYTES + 1);
            if (bytes.length > DiskSources.MAX_BYTES) {
                return new Sources.Answer.Refused(
                        "larger than " + (DiskSources.MAX_BYTES >> 20) + " MiB");
            }
            String name = line.getOptionValue("stdin-name", "<stdin>");
            return new Sources.Answer.Found(SourceFile.decode(name, bytes));
        } catch (IOException e) {
            return new Sources.Answer.Refused("cannot be read");
        }
    }

    static Sources disk() {
        return new DiskSources(Path.of(""));
    }
}
