package vmconf.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The kernel and the initial file systems of the Linux guest.
public final class LinuxImages {
    private LinuxImages() {}

    /// Their folder; made once and kept in the build folder. Skips the test where they cannot be
    /// made.
    public static Path made() throws IOException, InterruptedException {
        Path made = Path.of("target/guests/linux").toAbsolutePath();
        Files.createDirectories(made);
        Process build =
                new ProcessBuilder(
                                EndToEnd.guests().resolve("linux/build.sh").toString(),
                                made.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(made.resolve("build.log").toFile())
                        .start();
        boolean done = build.waitFor(4, TimeUnit.MINUTES) && build.exitValue() == 0;
        assumeTrue(done, "the Linux guest cannot be made here");
        return made;
    }
}
