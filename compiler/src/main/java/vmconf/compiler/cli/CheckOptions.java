package vmconf.compiler.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compiler;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.report.Format;
import vmconf.compiler.report.Report;
import vmconf.compiler.report.Settings;
import vmconf.compiler.vmd.Mode;

/// What the user asks of `vmconf check`.
///
/// @param format of the report
/// @param colour whether a report for people is coloured
/// @param asVmd how to imitate vmd, if that is what is asked
/// @param verbosity how often `-v` was given
/// @param exit what the exit status tells
/// @param files how each file is read and judged
/// @param macros of the command line
/// @param fixing which fixes to make
/// @param diff show what fixes would change, and change nothing
/// @param watch check again whenever a file changes
/// @param baseline where old findings rest
/// @param operands the files, at least one; `-` is standard input
record CheckOptions(
        Format format,
        boolean colour,
        Optional<Mode> asVmd,
        int verbosity,
        ExitPolicy exit,
        FileOptions files,
        List<CommandLineMacro> macros,
        Fixing fixing,
        boolean diff,
        boolean watch,
        Optional<BaselineStep> baseline,
        List<String> operands) {

    private static final List<String> FORMATS = Format.ALL.stream().map(Format::word).toList();

    /// Adds the options that are read here.
    static void addTo(Options options) {
        Inputs.addTo(options);
        options.addOption(
                Option.builder()
                        .longOpt("format")
                        .hasArg()
                        .argName("FORMAT")
                        .desc(Choice.listed(FORMATS) + " (default text)")
                        .get());
        VmdOptions.addTo(options);
        ExitPolicy.addTo(options);
        options.addOption(
                Option.builder("v")
                        .longOpt("verbose")
                        .desc(
                                "say on standard error which files are read;"
                                        + " with --as-vmd, twice (-vv): print vmd's debug lines")
                        .get());
        options.addOption(Colour.option());
        flag(options, "host", "look at this host too: images, users, bridges, memory, space, KVM");
        flag(options, "watch", "check again whenever a file changes, until interrupted");
        addFixes(options);
    }

    private static void addFixes(Options options) {
        flag(options, "fix", "make the fixes that keep what the file was meant to say");
        flag(options, "unsafe-fixes", "make all fixes, also those that are guesses");
        flag(options, "diff", "show what the fixes would change, and change nothing");
        options.addOption(
                Option.builder()
                        .longOpt("baseline")
                        .hasArg()
                        .argName("FILE")
                        .desc("let the findings recorded there rest")
                        .get());
        flag(
                options,
                "update-baseline",
                "record all findings if FILE is missing, else take out what is gone");
    }

    private static void flag(Options options, String name, String description) {
        options.addOption(Option.builder().longOpt(name).desc(description).get());
    }

    private static Fixing fixing(CommandLine line) {
        if (line.hasOption("unsafe-fixes")) {
            return Fixing.ALL;
        }
        return line.hasOption("fix") || line.hasOption("diff") ? Fixing.SAFE : Fixing.NONE;
    }

    private static Optional<BaselineStep> baseline(CommandLine line) throws UsageException {
        String file = line.getOptionValue("baseline");
        boolean update = line.hasOption("update-baseline");
        if (file == null && update) {
            throw new UsageException("--update-baseline needs --baseline FILE");
        }
        return file == null
                ? Optional.empty()
                : Optional.of(BaselineStep.of(Path.of(file), update));
    }

    static CheckOptions of(CommandLine line) throws UsageException {
        String word = line.getOptionValue("format", Format.TEXT.word());
        Optional<Format> format = Format.named(word);
        if (format.isEmpty()) {
            throw Choice.unknown("format", FORMATS, word);
        }
        int verbosity = verbosity(line);
        Optional<Mode> asVmd = VmdOptions.mode(line, format.get(), verbosity);
        FileOptions files = FileOptions.of(line);
        List<String> operands = line.getArgList().isEmpty() ? files.entries() : line.getArgList();
        if (operands.isEmpty()) {
            throw new UsageException(
                    "no file given, and no project file names entries; \"-\" is standard input");
        }
        boolean changes = asVmd.isPresent() || fixing(line) != Fixing.NONE;
        if (line.hasOption("watch") && (changes || operands.contains("-"))) {
            throw new UsageException(
                    "--watch goes with neither --as-vmd, fixes nor standard input");
        }
        return new CheckOptions(
                format.get(),
                Colour.wanted(line),
                asVmd,
                verbosity,
                ExitPolicy.of(line),
                files,
                Inputs.macros(line),
                fixing(line),
                line.hasOption("diff"),
                line.hasOption("watch"),
                baseline(line),
                asVmd.isPresent() ? List.copyOf(operands) : ConfFiles.roots(operands));
    }

    /// How often `-v` is given, by itself or as `-vv`.
    private static int verbosity(CommandLine line) {
        int verbosity = 0;
        for (Option option : line.getOptions()) {
            verbosity += "v".equals(option.getOpt()) ? 1 : 0;
        }
        return verbosity;
    }

    /// A report in the format asked for.
    Report report(PrintStream out) {
        return format.to(
                out, new Settings(colour, exit.failing(), Compiler::rules, Vmconf.version()));
    }
}
