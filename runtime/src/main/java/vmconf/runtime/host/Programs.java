package vmconf.runtime.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this host, for looking at it: each runs by its argument vector and for a bounded
/// time, and does nothing else than answer.
public final class Programs {
    private static final long SECONDS = 20;
    private static final int LONGEST_OUTPUT = 64 << 10;

    private Programs() {}

    /// Where a program is, by the daemon's search path.
    public static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// What a run came to.
    ///
    /// @param errors what it said on standard error
    public record Ran(int status, String output, String errors) {}

    /// @param input what it reads
    /// @throws IOException when it cannot be run, or does not end
    public static Ran run(String input, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        Thread watch = Thread.ofVirtual().start(() -> killLate(process));
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
        } catch (IOException e) {
            // it ended without reading
        }
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            String errors = text(err);
            Ran ran = new Ran(process.waitFor(), text(out), errors);
            watch.interrupt();
            return ran;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
    }

    private static void killLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }
}
