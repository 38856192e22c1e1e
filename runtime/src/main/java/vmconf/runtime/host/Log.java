package vmconf.runtime.host;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The daemon's log: one line per thing that happened, to standard error or to a file that is
/// turned over at a megabyte.
public final class Log {
    private static final long LARGEST = 1 << 20;

    private final PrintStream console;
    private final Path file;
    private final boolean toFile;
    private volatile boolean verbose;

    private Log(PrintStream console, Path file, boolean toFile) {
        this.console = console;
        this.file = file;
        this.toFile = toFile;
    }

    public static Log to(PrintStream console) {
        return new Log(console, Path.of("/dev/null"), false);
    }

    /// A file of which one older generation is kept beside it.
    public static Log to(Path file) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return new Log(new PrintStream(nowhere, false, StandardCharsets.UTF_8), file, true);
    }

    public static Log toNowhere() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return to(new PrintStream(nowhere, false, StandardCharsets.UTF_8));
    }

    /// Whether lines for those who look for a mistake are written too.
    public void beVerbose(boolean yes) {
        verbose = yes;
    }

    /// Written only when the log is verbose.
    public void debug(String line) {
        if (verbose) {
            write("debug", line);
        }
    }

    public void info(String line) {
        write("info", line);
    }

    public void warn(String line) {
        write("warn", line);
    }

    private synchronized void write(String level, String line) {
        String clean = line.replaceAll("\\p{Cntrl}", "?");
        if (!toFile) {
            console.println(clean);
            return;
        }
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Path old = file.resolveSibling(file.getFileName() + ".old");
                Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            }
            String stamped =
                    "%s %s %s%n"
                            .formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS), level, clean);
            Files.writeString(file, stamped, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            console.println(clean);
        }
    }
}
