package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/// Whether text output is coloured.
final class Colour {
    private static final List<String> WHEN = List.of("auto", "always", "never");

    private Colour() {}

    /// `--color`.
    static Option option() {
        return Option.builder()
                .longOpt("color")
                .hasArg()
                .argName("WHEN")
                .desc("auto (default), always or never; NO_COLOR means never")
                .get();
    }

    static boolean wanted(CommandLine line) throws UsageException {
        String when = line.getOptionValue("color", WHEN.getFirst());
        return switch (Choice.of("colour setting", WHEN, when)) {
            case "always" -> true;
            case "never" -> false;
            default -> terminal();
        };
    }

    /// See no-color.org: any value of NO_COLOR but the empty one counts.
    private static boolean terminal() {
        String noColour = System.getenv("NO_COLOR");
        boolean allowed = noColour == null || noColour.isEmpty();
        return allowed && "1".equals(System.getenv("VMCONF_STDOUT_TTY"));
    }
}
