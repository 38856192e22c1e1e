package vmconf.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/// How large the file is that a benchmark works on.
public enum Size {
    /// Two machines in 21 lines; most files are small.
    SMALL("small"),
    /// A large site.
    VMS_1000("mixed 1000"),
    /// More than anybody has; only when asked for.
    VMS_10000("mixed 10000");

    private final String arguments;

    Size(String arguments) {
        this.arguments = arguments;
    }

    /// The same text every time, as `benchmarks/generate.sh` writes it.
    ///
    /// @throws IOException also when it does not end well
    String text() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("vmconf.root", "")).toAbsolutePath();
        Process generator =
                new ProcessBuilder("sh", "-c", "exec sh benchmarks/generate.sh " + arguments)
                        .directory(root.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String text;
        try (Reader out = generator.inputReader()) {
            text = out.readAllAsString();
        }
        int status = generator.waitFor();
        if (status != 0) {
            throw new IOException("benchmarks/generate.sh ended with status " + status);
        }
        return text;
    }
}
