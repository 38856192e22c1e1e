package vmconf.compiler.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.vmd.Mode;

/// `--as-vmd` and the options that go with it only.
final class VmdOptions {
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
        options.addOption(
                Option.builder("v")
                        .desc("with --as-vmd, twice (-vv): print vmd's debug lines, too")
                        .get());
    }

    /// How vmd is to be imitated, if it is.
    static Optional<Mode> mode(CommandLine line) throws UsageException {
        if (line.hasOption("as-vmd")) {
            return Optional.of(new Mode(line.hasOption("load"), verbosity(line) > 1));
        }
        if (line.hasOption("load") || line.hasOption("v")) {
            String option = line.hasOption("load") ? "--load" : "-v";
            throw new UsageException("option \"" + option + "\" needs --as-vmd");
        }
        return Optional.empty();
    }

    /// How often `-v` is given, by itself or as `-vv`.
    private static int verbosity(CommandLine line) {
        int verbosity = 0;
        for (Option option : line.getOptions()) {
            verbosity += "v".equals(option.getOpt()) ? 1 : 0;
        }
        return verbosity;
    }
}
