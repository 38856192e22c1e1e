package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.host.LineReader;

/// A client of QEMU's monitor protocol. Commands may be sent by any thread; each waits for its own
/// answer, for a bounded time.
final class Qmp implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final SocketChannel channel;
    private final Duration patience;
    private final Consumer<QmpEvent> events;
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentMap<Long, CompletableFuture<JsonNode>> waiting =
            new ConcurrentHashMap<>();
    private final CompletableFuture<Void> greeting = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Qmp(SocketChannel channel, Duration patience, Consumer<QmpEvent> events) {
        this.channel = channel;
        this.patience = patience;
        this.events = events;
    }

    /// Takes the channel over and shakes hands.
    ///
    /// @param patience how long any answer may take
    /// @param events called from the reading thread
    static Qmp over(SocketChannel channel, Duration patience, Consumer<QmpEvent> events)
            throws QmpException {
        Qmp qmp = new Qmp(channel, patience, events);
        Thread.ofVirtual().name("qmp").start(qmp::read);
        try {
            qmp.await(qmp.greeting, "greeting");
            qmp.execute("qmp_capabilities");
            return qmp;
        } catch (QmpException e) {
            qmp.close();
            throw e;
        }
    }

    JsonNode execute(String command) throws QmpException {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            send(JSON.writeValueAsString(Map.of("execute", command, "id", id)) + "\n");
            return await(answer, command);
        } finally {
            waiting.remove(id);
        }
    }

    /// Completes when the monitor has gone and every event before has been handed on.
    CompletionStage<Void> closed() {
        return closed;
    }

    private void send(String line) throws QmpException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new QmpException("monitor has gone");
        }
    }

    private <T> T await(CompletableFuture<T> answer, String what) throws QmpException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new QmpException(
                    "monitor: no answer to %s in %d s".formatted(what, patience.toSeconds()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new QmpException(cause == null ? what : String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QmpException("interrupted");
        }
    }

    private void read() {
        LineReader lines = new LineReader(channel, LONGEST_LINE);
        String reason = "monitor has gone";
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                receive(JSON.readTree(line.get()));
            }
        } catch (IOException | JacksonException e) {
            reason = "monitor: " + e.getMessage();
        } finally {
            close();
            QmpException end = new QmpException(reason);
            greeting.completeExceptionally(end);
            waiting.values().forEach(answer -> answer.completeExceptionally(end));
            closed.complete(null);
        }
    }

    private void receive(JsonNode message) {
        if (message.has("QMP")) {
            greeting.complete(null);
        } else if (message.has("event")) {
            String reason = message.path("data").path("reason").asString("");
            events.accept(new QmpEvent(message.path("event").asString(""), reason));
        } else {
            CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asLong(-1));
            if (answer != null && message.has("return")) {
                answer.complete(message.path("return"));
            } else if (answer != null) {
                String text = message.path("error").path("desc").asString("refused");
                answer.completeExceptionally(new QmpException(text));
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is left to lose
        }
    }
}
