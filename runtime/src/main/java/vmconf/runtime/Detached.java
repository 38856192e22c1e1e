package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.host.Places;

/// Starts the daemon once more in a session of its own, and waits until that one answers.
final class Detached {
    /// Set for the daemon that this starts.
    static final String MARK = "VMD_DETACHED";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);

    private Detached() {}

    /// @return the exit status for the process that was called
    static int start(Places places) throws StartupException {
        Path errors = places.state().resolve("vmd.errors");
        try {
            StateFolder.make(places.state());
            ProcessBuilder builder = new ProcessBuilder(again());
            builder.environment().put(MARK, "1");
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectOutput(errors.toFile());
            builder.redirectErrorStream(true);
            return await(builder.start(), places, errors);
        } catch (IOException e) {
            throw new StartupException("vmd: cannot detach: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("vmd: interrupted");
        }
    }

    /// This process's own command line.
    private static List<String> again() throws IOException {
        String text = Files.readString(Path.of("/proc/self/cmdline"));
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(List.of(text.substring(0, text.length() - 1).split("\0", -1)));
        return command;
    }

    private static int await(Process daemon, Places places, Path errors)
            throws IOException, InterruptedException, StartupException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (ControlServer.isAnswered(places.socket())) {
                return 0;
            }
            if (daemon.waitFor(STEP)) {
                throw new StartupException(Files.readString(errors).strip());
            }
        }
        daemon.destroyForcibly();
        throw new StartupException("vmd: the daemon did not answer in 60 s");
    }
}
