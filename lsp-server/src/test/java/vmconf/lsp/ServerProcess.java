package vmconf.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The server as a process of its own.
final class ServerProcess {
    private ServerProcess() {}

    /// How it is started from the classes under test.
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }

    static Process start(String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(command());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
