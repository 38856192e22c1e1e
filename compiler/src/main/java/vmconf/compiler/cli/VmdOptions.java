package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.report.Format;
import vmconf.compiler.vmd.Mode;

/// `--as-vmd` and the options that go with it only.
final class VmdOptions {
    /// The formats that can hold what vmd prints.
    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.JSON);

    private VmdOptions() {}

    static void addTo(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt("as-vmd")
                        .desc("judge and print exactly as \"vmd -n\" does on this host")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("load")
                        .desc("with --as-vmd: register what is read, as vmd does when it starts")
                        .get());
    }

    /// How vmd is to be imitated, if it is.
    ///
    /// @param verbosity how often `-v` is given
    static Optional<Mode> mode(CommandLine line, Format format, int verbosity)
            throws UsageException {
        if (!line.hasOption("as-vmd")) {
            if (line.hasOption("load")) {
                throw new UsageException("option \"--load\" needs --as-vmd");
            }
            return Optional.empty();
        }
        if (!FORMATS.contains(format)) {
            throw new UsageException(
                    "--as-vmd has no places for format \""
                            + format.word()
                            + "\", expected text or json");
        }
        return Optional.of(new Mode(line.hasOption("load"), verbosity > 1));
    }
}
