package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Exit;

@Timeout(60)
class MonitorTest {
    private static final UUID ID = new UUID(1, 2);

    @TempDir Path folder = Path.of("");
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final LastWords lastWords = new LastWords();

    @AfterEach
    void end() {
        ended.complete(Exit.UNSEEN);
    }

    @Test
    void aWellGuestAnswers() throws Exception {
        try (FakeMonitor qemu = new FakeMonitor(folder)) {
            qemu.play(MonitorTest::well);
            Monitor monitor = monitor();
            assertThat(monitor.answers()).isTrue();
            assertThat(monitor.trouble()).isEmpty();
            assertThat(monitor.execute("query-status").path("status").asString())
                    .isEqualTo("running");
        }
    }

    @Test
    void silenceIsToldAndWaitedOut() throws Exception {
        try (FakeMonitor qemu = new FakeMonitor(folder)) {
            Monitor monitor = monitor();
            assertThat(monitor.answers()).isFalse();
            assertThat(monitor.trouble()).contains("monitor: no answer to greeting in 3 s");
            assertThatThrownBy(() -> monitor.execute("cont"))
                    .hasMessage("monitor: no answer to greeting in 3 s");
            qemu.play(MonitorTest::well);
            await(() -> monitor.trouble().isEmpty());
            assertThat(monitor.answers()).isTrue();
        }
    }

    @Test
    void garbageIsToldAndAnotherConnectionTried() throws Exception {
        try (FakeMonitor qemu = new FakeMonitor(folder)) {
            qemu.play((_, _) -> "\u0000\u0001 garbage");
            Monitor monitor = monitor();
            await(() -> monitor.trouble().isPresent());
            assertThat(monitor.trouble()).contains("monitor: what it sends is no JSON");
            assertThat(monitor.answers()).isFalse();
            qemu.play(MonitorTest::well);
            await(() -> monitor.trouble().isEmpty());
            assertThat(monitor.answers()).isTrue();
        }
    }

    @Test
    void anotherMachineIsNotTakenForThisOne() throws Exception {
        try (FakeMonitor qemu = new FakeMonitor(folder)) {
            qemu.play(
                    (_, id) ->
                            "{\"return\": {\"UUID\": \"%s\"}, \"id\": %s}"
                                    .formatted(new UUID(3, 4), id));
            Monitor monitor = monitor();
            await(() -> monitor.trouble().isPresent());
            assertThat(monitor.trouble()).contains("monitor: another machine answers");
        }
    }

    @Test
    void withTheProcessTroubleEnds() throws Exception {
        Monitor monitor = monitor();
        await(() -> monitor.trouble().isPresent());
        ended.complete(Exit.UNSEEN);
        monitor.silent().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(monitor.trouble()).isEmpty();
    }

    private static String well(String command, String id) {
        String value =
                command.equals("query-uuid")
                        ? "\"UUID\": \"%s\"".formatted(ID)
                        : "\"status\": \"running\"";
        return "{\"return\": {%s}, \"id\": %s}".formatted(value, id);
    }

    private Monitor monitor() {
        ProcessId me = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        QemuProcess process = QemuProcess.of(me, new RunFolder(folder), ended, Optional.empty());
        return Monitor.of(process, ID, lastWords);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        while (!condition.holds()) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
