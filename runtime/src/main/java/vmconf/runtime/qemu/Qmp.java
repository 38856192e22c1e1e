package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private final ByteChannel channel;
    private final Duration patience;
    private final Consumer<QmpEvent> events;
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentMap<Long, CompletableFuture<JsonNode>> waiting =
            new ConcurrentHashMap<>();
    private final CompletableFuture<Void> greeting = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile String reason = "monitor has gone";

    private Qmp(ByteChannel channel, Duration patience, Consumer<QmpEvent> events) {
        this.channel = channel;
        this.patience = patience;
        this.events = events;
    }

    /// Takes the channel over and shakes hands.
    ///
    /// @param patience how long any answer may take
    /// @param events called from the reading thread
    static Qmp over(ByteChannel channel, Duration patience, Consumer<QmpEvent> events)
            throws QmpException {
        Qmp qmp = open(channel, patience, events);
        try {
            qmp.await(qmp.greeting, "greeting");
            qmp.execute("qmp_capabilities");
            return qmp;
        } catch (QmpException e) {
            qmp.close();
            throw e;
        }
    }

    /// Takes the channel over; the greeting is still to come.
    static Qmp open(ByteChannel channel, Duration patience, Consumer<QmpEvent> events) {
        Qmp qmp = new Qmp(channel, patience, events);
        Thread.ofVirtual().name("qmp").start(qmp::read);
        return qmp;
    }

    /// Completes when the other end has shown that it is a monitor.
    CompletableFuture<Void> greeting() {
        return greeting;
    }

    JsonNode execute(String command) throws QmpException {
        return execute(command, Map.of());
    }

    JsonNode execute(String command, Map<String, ?> arguments) throws QmpException {
        long id = ids.incrementAndGet();
        try {
            return await(ask(command, arguments, id), command);
        } finally {
            waiting.remove(id);
        }
    }

    /// Sends a command, whose answer may take for ever.
    CompletableFuture<JsonNode> ask(String command) throws QmpException {
        return ask(command, Map.of(), ids.incrementAndGet());
    }

    private CompletableFuture<JsonNode> ask(String command, Map<String, ?> arguments, long id)
            throws QmpException {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        if (closed.isDone()) {
            throw new QmpException(reason);
        }
        Map<String, Object> message = new HashMap<>(Map.of("execute", command, "id", id));
        if (!arguments.isEmpty()) {
            message.put("arguments", arguments);
        }
        send(JSON.writeValueAsString(message) + "\n");
        return answer;
    }

    /// The answer of a question that is done.
    static <T> T result(CompletableFuture<T> done, String what) throws QmpException {
        try {
            return done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw new QmpException(cause == null ? what : String.valueOf(cause.getMessage()));
        }
    }

    /// Why the connection has ended.
    String reason() {
        return reason;
    }

    /// Completes when the monitor has gone and every event before has been handed on.
    CompletableFuture<Void> closed() {
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
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                receive(JSON.readTree(line.get()));
            }
        } catch (IOException | JacksonException e) {
            reason = "monitor: " + summary(e);
        } finally {
            close();
            QmpException end = new QmpException(reason);
            greeting.completeExceptionally(end);
            waiting.values().forEach(answer -> answer.completeExceptionally(end));
            closed.complete(null);
        }
    }

    /// A parser's message goes on about where it was for lines.
    private static String summary(Exception e) {
        return e instanceof JacksonException
                ? "what it sends is no JSON"
                : String.valueOf(e.getMessage());
    }

    private void receive(JsonNode message) {
        if (message.has("QMP")) {
            greeting.complete(null);
        } else if (message.has("event")) {
            events.accept(new QmpEvent(message.path("event").asString(""), message.path("data")));
        } else {
            CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asLong(-1));
            if (answer != null && message.has("return")) {
                answer.complete(message.path("return"));
            } else if (answer != null) {
                String text = message.path("error").path("desc").asString("refused");
                answer.completeExceptionally(new QmpException(Shown.of(text)));
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
