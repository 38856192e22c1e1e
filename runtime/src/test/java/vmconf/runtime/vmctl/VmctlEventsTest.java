package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `vmctl events`.
@Timeout(60)
class VmctlEventsTest {
    private static final String TIME = "[0-9T:.-]+Z ";

    @TempDir Path folder = Path.of("");

    @Test
    void pastComesFirstAndTheEndOfTheDaemonIsTheEnd() throws Exception {
        PlayedDaemon daemon = new PlayedDaemon(folder);
        daemon.begin();
        daemon.run("start", "web");
        daemon.run("pause", "web");
        daemon.run("unpause", "web");
        CompletableFuture<PlayedDaemon.Run> listener =
                CompletableFuture.supplyAsync(() -> daemon.run("events", "-n", "1000"));
        daemon.run("stop", "-f", "-w", "web");
        daemon.stop();
        PlayedDaemon.Run run = listener.get(30, TimeUnit.SECONDS);
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
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
        try (PlayedDaemon daemon = new PlayedDaemon(folder)) {
            daemon.begin();
            for (String count : new String[] {"-1", "1001", "many"}) {
                assertThat(daemon.run("events", "-n", count))
                        .isEqualTo(
                                PlayedDaemon.bad(
                                        "vmctl: invalid count: %s (a number from 0 to 1000)\n"
                                                .formatted(count)));
            }
        }
    }
}
