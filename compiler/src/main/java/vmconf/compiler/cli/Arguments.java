package vmconf.compiler.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import vmconf.compiler.syntax.Suggestion;

/// Reads the arguments of a subcommand and runs it.
final class Arguments {
    private final Command command;
    private final Vmconf.Streams streams;
    private final Options options;

    Arguments(Command command, Vmconf.Streams streams) {
        this.command = command;
        this.streams = streams;
        this.options = command.options();
        options.addOption(Option.builder("h").longOpt("help").desc("tell about the command").get());
    }

    int run(String[] arguments) {
        try {
            CommandLine line =
                    DefaultParser.builder()
                            .setAllowPartialMatching(false)
                            .get()
                            .parse(options, apart(arguments));
            if (line.hasOption("help")) {
                help();
                return Command.OK;
            }
            return command.run(line, streams);
        } catch (UnrecognizedOptionException e) {
            return usage("unknown option \"" + e.getOption() + "\"" + near(e.getOption()));
        } catch (MissingArgumentException e) {
            return usage("option \"" + e.getOption().getKey() + "\" needs an argument");
        } catch (ParseException | UsageException e) {
            return usage(String.valueOf(e.getMessage()));
        }
    }

    /// `-Dname=value` in one word, as vmd takes it too, in two.
    private String[] apart(String[] arguments) {
        if (!options.hasOption("D")) {
            return arguments;
        }
        return Stream.of(arguments)
                .flatMap(
                        each ->
                                each.startsWith("-D") && each.length() > 2
                                        ? Stream.of("-D", each.substring(2))
                                        : Stream.of(each))
                .toArray(String[]::new);
    }

    private String near(String option) {
        return Suggestion.nearest(
                        option,
                        options.getOptions().stream()
                                .filter(Option::hasLongOpt)
                                .map(each -> "--" + each.getLongOpt()))
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    private int usage(String message) {
        streams.err().println("vmconf " + command.name() + ": " + message);
        streams.err().println("usage: " + synopsis());
        return Command.TROUBLE;
    }

    private String synopsis() {
        return "vmconf " + command.name() + " [OPTION ...] " + command.operands();
    }

    private void help() {
        streams.out().println("usage: " + synopsis());
        streams.out().println();
        streams.out().println(command.summary());
        try {
            HelpFormatter formatter =
                    HelpFormatter.builder()
                            .setHelpAppendable(new TextHelpAppendable(streams.out()))
                            .setShowSince(false)
                            .get();
            formatter.printOptions(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
