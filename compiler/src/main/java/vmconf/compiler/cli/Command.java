package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/// A subcommand.
interface Command {
    /// Exit status: nothing at error severity.
    int OK = 0;

    /// Exit status: errors found in what was checked.
    int ERRORS = 1;

    /// Exit status: the command could not do its work.
    int TROUBLE = 2;

    String name();

    /// Another name that it goes by, if it has one.
    default Optional<String> alias() {
        return Optional.empty();
    }

    /// What it does, in one line.
    String summary();

    /// The operands as usage text shows them.
    String operands();

    /// What the first operand may be; empty where that is a file.
    default List<String> words() {
        return List.of();
    }

    Options options();

    /// Says why the command could not do its work.
    ///
    /// @return the exit status
    default int trouble(String what, Vmconf.Streams streams) {
        streams.err().println("vmconf " + name() + ": " + what);
        return TROUBLE;
    }

    /// @throws UsageException when the arguments make no sense together
    int run(CommandLine line, Vmconf.Streams streams) throws UsageException;
}
