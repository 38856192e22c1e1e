package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `vmctl events`.
@Timeout(60)
class VmctlEventsTest {
    private static final String TIME = "[0-9T:.-]+Z ";

    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void pastComesFirstAndTheEndOfTheDaemonIsTheEnd() throws Exception {
        daemon.run("start", "web");
        daemon.run("pause", "web");
        daemon.run("unpause", "web");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream()));
        Vmctl vmctl =
                new Vmctl(
                        Map.of("VMD_SOCKET", daemon.socket().toString()),
                        streams,
                        new FakeDoctor());
        CompletableFuture<Integer> listener =
                CompletableFuture.supplyAsync(() -> vmctl.run(List.of("events", "-n", "1000")));
        while (!out.toString(StandardCharsets.UTF_8).contains("unpaused")) {
            LockSupport.parkNanos(1_000_000);
        }
        daemon.run("stop", "-f", "-w", "web");
        daemon.stop();
        assertThat(listener.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(TIME + "web \\(vm 1\\): started, tty .*"),
                        line -> assertThat(line).matches(TIME + "web \\(vm 1\\): paused"),
                        line -> assertThat(line).matches(TIME + "web \\(vm 1\\): unpaused"),
                        line -> assertThat(line).matches(TIME + "web \\(vm 1\\): stopping"),
                        line ->
                                assertThat(line)
                                        .matches(TIME + "web \\(vm 1\\): forced to terminate"));
    }

    @Test
    void countsAreBounded() throws Exception {
        for (String count : new String[] {"-1", "1001", "many"}) {
            assertThat(daemon.run("events", "-n", count))
                    .isEqualTo(
                            PlayedDaemon.bad(
                                    "vmctl: invalid count: %s (a number from 0 to 1000)\n"
                                            .formatted(count)));
        }
    }
}
