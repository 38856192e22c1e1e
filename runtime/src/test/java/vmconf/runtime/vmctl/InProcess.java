package vmconf.runtime.vmctl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// vmctl in the test's own process, where starting one each time would take too long.
public final class InProcess {
    /// What a command printed and how it ended.
    public record Ran(int status, String out, String err) {}

    private InProcess() {}

    public static Ran vmctl(Path socket, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int status =
                new Vmctl(Map.of("VMD_SOCKET", socket.toString()), streams).run(List.of(arguments));
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
