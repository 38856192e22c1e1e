package vmconf.runtime.network;

import java.util.List;

/// Runs the host's network tools.
interface Commands {
    /// Runs one command by its argument vector, never through a shell, and waits for its end.
    void run(List<String> command) throws NetworkException;

    /// The same with one that changes nothing.
    ///
    /// @return what it prints
    String ask(List<String> command) throws NetworkException;
}
