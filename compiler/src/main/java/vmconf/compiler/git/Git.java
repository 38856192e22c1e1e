package vmconf.compiler.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;

/// Runs the `git` command of this host.
final class Git {
    /// Longest wait for an answer, in seconds.
    private static final long PATIENCE = 20;

    private final Path workingDirectory;

    Git(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /// What the command printed.
    sealed interface Output {
        record Text(SourceFile file) implements Output {}

        /// @param reason what git says, a phrase
        record Failed(String reason) implements Output {}
    }

    /// The content of a file in a revision, as it was committed.
    ///
    /// @param object as git names it: `HEAD:vm.conf`
    /// @param name what to call it
    Output blob(String object, String name) {
        return run(name, "cat-file", "blob", object);
    }

    /// The top folder of the repository; nothing outside of one.
    Optional<Path> topLevel() {
        return run("git", "rev-parse", "--show-toplevel") instanceof Output.Text(var file)
                ? Optional.of(Path.of(file.text().strip()))
                : Optional.empty();
    }

    private Output run(String name, String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            // An error of git is one short line, which no pipe is too small for.
            byte[] bytes = bounded(process.getInputStream());
            String complaint =
                    new String(bounded(process.getErrorStream()), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Output.Failed("git does not answer");
            }
            if (bytes.length > DiskSources.MAX_BYTES) {
                return new Output.Failed("larger than " + (DiskSources.MAX_BYTES >> 20) + " MiB");
            }
            return process.exitValue() == 0
                    ? new Output.Text(SourceFile.decode(name, bytes))
                    : new Output.Failed("git: " + phrase(complaint));
        } catch (IOException e) {
            return new Output.Failed("git cannot be run: it is not installed, or not on the PATH");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Output.Failed("interrupted");
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toAbsolutePath().toFile());
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static byte[] bounded(InputStream in) throws IOException {
        try (in) {
            return in.readNBytes((int) DiskSources.MAX_BYTES + 1);
        }
    }

    private static String phrase(String complaint) {
        String line = complaint.lines().findFirst().orElse("no reason given");
        return line.startsWith("fatal: ") ? line.substring("fatal: ".length()) : line;
    }
}
