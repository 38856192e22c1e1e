package vmconf.compiler.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.Breakdown;
import vmconf.compiler.syntax.Suggestion;

/// The `vmconf` command: picks the subcommand.
public final class Vmconf {
    private static final List<Command> COMMANDS =
            List.of(
                    new AddVmCommand(),
                    new CheckCommand(),
                    new CompileCommand(),
                    new CompletionCommand(),
                    new DiffCommand(),
                    new ExplainCommand(),
                    new ExportCommand(),
                    new FmtCommand(),
                    new GraphCommand(),
                    new ImportCommand(),
                    new RemoveVmCommand(),
                    new RenameCommand(),
                    new SetCommand(),
                    new SummaryCommand(),
                    new UnsetCommand(),
                    new WhyCommand());

    private Vmconf() {}

    /// All of them, in the order of their names.
    static List<Command> commands() {
        return COMMANDS;
    }

    /// Runs the command on the process's own streams.
    public static void main(String[] args) {
        try (PrintStream out = stream(FileDescriptor.out);
                PrintStream err = stream(FileDescriptor.err)) {
            int status;
            try {
                status = run(args, new Streams(System.in, out, err));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                err.println(Breakdown.report("vmconf", e));
                status = Command.TROUBLE;
            }
            out.flush();
            err.flush();
            // Everything is written, and System.exit would search every jar for a logger first.
            Runtime.getRuntime().halt(status);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                false,
                StandardCharsets.UTF_8);
    }

    /// Runs the command.
    ///
    /// @return the exit status
    public static int run(String[] args, Streams streams) {
        if (args.length == 0) {
            streams.err().print(usage());
            return Command.TROUBLE;
        }
        String name = args[0];
        if (name.equals("-h") || name.equals("--help") || name.equals("help")) {
            streams.out().print(usage());
            return Command.OK;
        }
        if (name.equals("--version")) {
            streams.out().println("vmconf " + version().orElse("(not packaged)"));
            return Command.OK;
        }
        Optional<Command> command =
                COMMANDS.stream().filter(each -> isCalled(each, name)).findFirst();
        if (command.isEmpty()) {
            return unknown(name, streams);
        }
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        return new Arguments(command.get(), streams).run(rest);
    }

    private static boolean isCalled(Command command, String name) {
        return command.name().equals(name) || command.alias().filter(name::equals).isPresent();
    }

    private static int unknown(String name, Streams streams) {
        streams.err().println("vmconf: unknown command \"" + name + "\"");
        Stream<String> names =
                COMMANDS.stream()
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                Stream.of(each.name()), each.alias().stream()));
        Suggestion.nearest(name, names)
                .ifPresent(near -> streams.err().println("help: did you mean \"" + near + "\"?"));
        streams.err().println("help: vmconf --help lists the commands");
        return Command.TROUBLE;
    }

    private static String usage() {
        StringBuilder text = new StringBuilder("usage: vmconf COMMAND [ARGUMENT ...]\n\n");
        for (Command command : COMMANDS) {
            text.append("  %-10s %s%n".formatted(command.name(), command.summary()));
        }
        return text.append("\nvmconf COMMAND --help tells more about one of them.\n").toString();
    }

    /// The version; nothing where the program is not packaged.
    static Optional<String> version() {
        return Optional.ofNullable(Vmconf.class.getPackage().getImplementationVersion());
    }

    /// Where a command reads and writes.
    public record Streams(InputStream in, PrintStream out, PrintStream err) {}
}
