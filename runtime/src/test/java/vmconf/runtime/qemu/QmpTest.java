package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class QmpTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder = Path.of("");
    private final BlockingQueue<QmpEvent> events = new LinkedBlockingQueue<>();

    @Test
    void commandsGetTheirOwnAnswers() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play(
                    (_, id) -> "{\"return\": {\"status\": \"running\"}, \"id\": %s}".formatted(id));
            try (Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add)) {
                assertThat(qmp.execute("query-status").path("status").asString())
                        .isEqualTo("running");
            }
        }
    }

    @Test
    void refusalsCarryQemusWords() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play(
                    (_, id) ->
                            "{\"error\": {\"class\": \"GenericError\", \"desc\": \"no way\"}, \"id\": %s}"
                                    .formatted(id));
            try (Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add)) {
                assertThatThrownBy(() -> qmp.execute("cont")).hasMessage("no way");
            }
        }
    }

    @Test
    void whatRefusalsSayCanBeShown() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play(
                    (_, id) ->
                            "{\"error\": {\"desc\": \"\\u001b[2J\\nno%s\"}, \"id\": %s}"
                                    .formatted("o".repeat(5000), id));
            try (Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add)) {
                assertThatThrownBy(() -> qmp.execute("cont"))
                        .hasMessage("?[2J?n" + "o".repeat(494));
            }
        }
    }

    @Test
    void aLineWithoutEndEndsTheConnection() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play((_, _) -> "x".repeat((1 << 20) + 1));
            Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add);
            assertThatThrownBy(() -> qmp.execute("cont"))
                    .hasMessage("monitor: line longer than 1048576 bytes");
        }
    }

    @Test
    void eventsComeBetweenAnswers() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play((_, id) -> "{\"return\": {}, \"id\": %s}".formatted(id));
            try (Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add)) {
                monitor.send(
                        "{\"event\": \"SHUTDOWN\", \"data\": {\"guest\": true, \"reason\":"
                                + " \"guest-shutdown\"}}");
                assertThat(events.take())
                        .extracting(QmpEvent::name, QmpEvent::reason)
                        .containsExactly("SHUTDOWN", "guest-shutdown");
                qmp.execute("cont");
            }
        }
    }

    @Test
    void silenceEndsInTime() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play((_, _) -> "");
            try (Qmp qmp = Qmp.over(monitor.connect(), Duration.ofSeconds(1), events::add)) {
                assertThatThrownBy(() -> qmp.execute("cont"))
                        .hasMessage("monitor: no answer to cont in 1 s");
            }
        }
    }

    @Test
    void hangingUpFailsWhatWaitsAndCompletesClosed() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play(
                    (_, _) -> {
                        try {
                            monitor.hangUp();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return "";
                    });
            Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add);
            assertThatThrownBy(() -> qmp.execute("quit")).isInstanceOf(QmpException.class);
            qmp.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsNoJsonEndsTheConnection() throws Exception {
        try (FakeMonitor monitor = new FakeMonitor(folder)) {
            monitor.play((_, _) -> "hello?");
            Qmp qmp = Qmp.over(monitor.connect(), LONG, events::add);
            assertThatThrownBy(() -> qmp.execute("cont")).isInstanceOf(QmpException.class);
            qmp.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }
}
