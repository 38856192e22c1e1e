package vmconf.runtime.vmctl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// vmctl in the test's own process, where starting one each time would take too long.
public final class InProcess {
    /// What a command printed and how it ended.
    public record Ran(int status, String out, String err) {}

    private InProcess() {}

    public static Ran vmctl(Path socket, String input, String... arguments) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        return dialogue(socket, _ -> new ByteArrayInputStream(bytes), arguments);
    }

    /// Runs it where no daemon answers.
    public static Ran withoutDaemon(Doctor doctor, Path socket, String... arguments) {
        return run(doctor, socket, _ -> InputStream.nullInputStream(), arguments);
    }

    /// Runs it with somebody who looks at what it prints before going on to type.
    public static Ran dialogue(
            Path socket, Function<ByteArrayOutputStream, InputStream> typist, String... arguments) {
        return run(new FakeDoctor(), socket, typist, arguments);
    }

    private static Ran run(
            Doctor doctor,
            Path socket,
            Function<ByteArrayOutputStream, InputStream> typist,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        typist.apply(out),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int status =
                new Vmctl(Map.of("VMD_SOCKET", socket.toString()), streams, doctor)
                        .run(List.of(arguments));
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
