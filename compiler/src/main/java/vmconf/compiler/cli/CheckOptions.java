package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.report.Format;

/// What the user asks of `vmconf check`.
///
/// @param format of the report
/// @param colour whether a report for people is coloured
/// @param asVmd judge as `vmd -n` does
/// @param compiler how files are read and judged
/// @param operands the files, at least one; `-` is standard input
record CheckOptions(
        Format format,
        boolean colour,
        boolean asVmd,
        vmconf.compiler.Options compiler,
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
        options.addOption(
                Option.builder()
                        .longOpt("as-vmd")
                        .desc("judge and print exactly as \"vmd -n\" does on this host")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("color")
                        .hasArg()
                        .argName("WHEN")
                        .desc("auto (default), always or never; NO_COLOR means never")
                        .get());
    }

    static CheckOptions of(CommandLine line) throws UsageException {
        String word = line.getOptionValue("format", Format.TEXT.word());
        Optional<Format> format = Format.named(word);
        if (format.isEmpty()) {
            throw Choice.unknown("format", FORMATS, word);
        }
        List<String> operands = line.getArgList();
        if (operands.isEmpty()) {
            throw new UsageException("no file given; \"-\" is standard input");
        }
        return new CheckOptions(
                format.get(),
                Colour.wanted(line.getOptionValue("color", "auto")),
                line.hasOption("as-vmd"),
                Inputs.compilerOptions(line),
                List.copyOf(operands));
    }
}
