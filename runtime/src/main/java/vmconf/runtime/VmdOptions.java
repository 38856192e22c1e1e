package vmconf.runtime;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import vmconf.plan.machine.Accelerator;
import vmconf.runtime.network.NetworkOptions;

/// What vmd was told on its command line.
///
/// @param checkOnly `-n`: read the configuration and stop
/// @param foreground `-d`
/// @param macros `-D` with their values, in order
/// @param file the configuration or plan; absent: the default file, if it exists
/// @param grace how long a guest may take to power off
/// @param onTerm whether SIGTERM stops the guests
/// @param metrics port of the loopback interface for metrics; absent: none
/// @param network what is about networks
record VmdOptions(
        boolean checkOnly,
        boolean foreground,
        List<String> macros,
        Optional<String> file,
        Optional<String> socket,
        Optional<String> state,
        Optional<Accelerator> accelerator,
        Optional<String> qemu,
        Duration grace,
        boolean onTerm,
        Optional<Integer> metrics,
        NetworkOptions network) {

    static final String USAGE =
            """
            usage:\tvmd [-dnv] [-D macro=value] [-f file]
            \tvmd start [-d] file""";

    private static final Duration USUAL_GRACE = Duration.ofMinutes(2);
    private static final long LONGEST_GRACE = 86_400;
    private static final int LARGEST_PORT = 65_535;

    VmdOptions {
        macros = List.copyOf(macros);
    }

    static VmdOptions parse(List<String> arguments) throws StartupException {
        boolean start = !arguments.isEmpty() && arguments.getFirst().equals("start");
        List<String> rest = start ? arguments.subList(1, arguments.size()) : arguments;
        try {
            CommandLine line =
                    new DefaultParser(false).parse(accepted(), NetworkArguments.prepared(rest));
            return read(line, start);
        } catch (ParseException e) {
            throw new StartupException(USAGE);
        }
    }

    private static VmdOptions read(CommandLine line, boolean start) throws StartupException {
        List<String> words = line.getArgList();
        Optional<String> file = option(line, "f");
        if (words.size() != (start ? 1 : 0) || (start && file.isPresent())) {
            throw new StartupException(USAGE);
        }
        return new VmdOptions(
                line.hasOption("n"),
                line.hasOption("d"),
                macros(line),
                start ? Optional.of(words.getFirst()) : file,
                option(line, "socket"),
                option(line, "state"),
                accelerator(line),
                option(line, "qemu"),
                grace(line),
                onTerm(line),
                metrics(line),
                NetworkArguments.read(line));
    }

    private static Options accepted() {
        Options options = new Options();
        NetworkArguments.addTo(options);
        return options.addOption("d", false, "stay in the foreground")
                .addOption("n", false, "check the configuration only")
                .addOption("v", false, "more verbose")
                .addOption("D", true, "define a macro")
                .addOption("f", true, "configuration file")
                .addOption(null, "socket", true, "control socket")
                .addOption(null, "state", true, "state folder")
                .addOption(null, "accel", true, "kvm or tcg")
                .addOption(null, "qemu", true, "QEMU program")
                .addOption(null, "metrics", true, "port for metrics")
                .addOption(null, "on-term", true, "leave or stop the guests on SIGTERM")
                .addOption(null, "stop-timeout", true, "seconds a guest has to power off");
    }

    private static Optional<String> option(CommandLine line, String name) {
        return Optional.ofNullable(line.getOptionValue(name));
    }

    private static List<String> macros(CommandLine line) throws StartupException {
        String[] given = line.getOptionValues("D");
        List<String> macros = given == null ? List.of() : List.of(given);
        for (String each : macros) {
            if (each.lastIndexOf('=') < 1) {
                throw new StartupException("vmd: could not parse macro definition " + each);
            }
        }
        return macros;
    }

    private static Optional<Accelerator> accelerator(CommandLine line) throws StartupException {
        Optional<String> word = option(line, "accel");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(Accelerator.values())
                        .filter(each -> each.word().equals(word.get().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new StartupException(
                                                "vmd: --accel is kvm or tcg, not " + word.get())));
    }

    private static Optional<Integer> metrics(CommandLine line) throws StartupException {
        Optional<String> port = option(line, "metrics");
        if (port.isEmpty()) {
            return Optional.empty();
        }
        if (!port.get().matches("[0-9]{1,5}") || Integer.parseInt(port.get()) > LARGEST_PORT) {
            throw new StartupException(
                    "vmd: --metrics is a port from 0 to 65535 of the loopback interface, not "
                            + port.get());
        }
        return port.map(Integer::valueOf);
    }

    private static boolean onTerm(CommandLine line) throws StartupException {
        String word = option(line, "on-term").orElse("leave");
        return switch (word) {
            case "leave" -> false;
            case "stop" -> true;
            default -> throw new StartupException("vmd: --on-term is leave or stop, not " + word);
        };
    }

    private static Duration grace(CommandLine line) throws StartupException {
        Optional<String> seconds = option(line, "stop-timeout");
        if (seconds.isEmpty()) {
            return USUAL_GRACE;
        }
        if (!seconds.get().matches("[0-9]{1,5}") || Long.parseLong(seconds.get()) > LONGEST_GRACE) {
            throw new StartupException("vmd: --stop-timeout is a number of seconds up to 86400");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.get()));
    }
}
