package vmconf.runtime.qemu;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// A guest's monitor for as long as its process lives. It is asked every few seconds whether it is
/// well, and connected anew when the connection breaks.
final class Monitor {
    /// How long an answer may take before the guest counts as not answering.
    private static final Duration WELL = Duration.ofSeconds(3);

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QemuProcess qemu;
    private final UUID uuid;
    private final LastWords lastWords;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final CompletableFuture<Void> silent = new CompletableFuture<>();
    private volatile Optional<Qmp> current = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    private Monitor(QemuProcess qemu, UUID uuid, LastWords lastWords) {
        this.qemu = qemu;
        this.uuid = uuid;
        this.lastWords = lastWords;
    }

    /// Goes on with a connection that has shaken hands.
    static Monitor over(Qmp first, QemuProcess qemu, UUID uuid, LastWords lastWords) {
        Monitor monitor = new Monitor(qemu, uuid, lastWords);
        monitor.current = Optional.of(first);
        monitor.answered.complete(null);
        Thread.ofVirtual().name("monitor").start(() -> monitor.tend(Optional.of(first)));
        return monitor;
    }

    /// Connects to the monitor of a guest that runs already.
    ///
    /// @param uuid whose guest it has to be
    static Monitor of(QemuProcess qemu, UUID uuid, LastWords lastWords) {
        Monitor monitor = new Monitor(qemu, uuid, lastWords);
        Thread.ofVirtual().name("monitor").start(() -> monitor.tend(Optional.empty()));
        return monitor;
    }

    /// Waits for the first connection, for as long as a well guest needs.
    ///
    /// @return whether it answers
    boolean answers() {
        CompletableFuture.anyOf(answered, qemu.ended())
                .completeOnTimeout("", WELL.plus(AGAIN).toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return answered.isDone();
    }

    JsonNode execute(String command) throws QmpException {
        return execute(command, Map.of());
    }

    JsonNode execute(String command, Map<String, ?> arguments) throws QmpException {
        Optional<Qmp> qmp = current;
        if (qmp.isEmpty()) {
            throw new QmpException(trouble.orElse("monitor has gone"));
        }
        return qmp.get().execute(command, arguments);
    }

    /// Why the guest does not answer; absent when it does.
    Optional<String> trouble() {
        return qemu.isAlive() ? trouble : Optional.empty();
    }

    /// Completes when the process has gone and every event before has been handed on.
    CompletionStage<Void> silent() {
        return silent;
    }

    private void tend(Optional<Qmp> first) {
        Optional<Qmp> connected = first;
        try {
            while (qemu.isAlive()) {
                String reason;
                try (Qmp qmp = connected.isPresent() ? connected.get() : greeted()) {
                    listen(qmp);
                    reason = qmp.reason();
                } catch (IOException e) {
                    reason = String.valueOf(e.getMessage());
                }
                current = Optional.empty();
                connected = Optional.empty();
                if (!done(qemu.ended(), AGAIN)) {
                    trouble = Optional.of(reason);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            silent.complete(null);
        }
    }

    private Qmp greeted() throws IOException, InterruptedException {
        Qmp qmp = Qmp.open(QemuProcess.connectNow(qemu.folder().monitor()), PATIENCE, lastWords);
        try {
            patiently(qmp.greeting(), "greeting");
            patiently(qmp.ask("qmp_capabilities"), "qmp_capabilities");
            JsonNode answer = patiently(qmp.ask("query-uuid"), "query-uuid");
            if (!answer.path("UUID").asString("").equals(uuid.toString())) {
                throw new QmpException("monitor: another machine answers");
            }
            return qmp;
        } catch (IOException | InterruptedException e) {
            qmp.close();
            throw e;
        }
    }

    /// Asks now and then, until the connection breaks.
    private void listen(Qmp qmp) throws QmpException, InterruptedException {
        current = Optional.of(qmp);
        trouble = Optional.empty();
        answered.complete(null);
        while (!done(qmp.closed(), BETWEEN)) {
            JsonNode answer = patiently(qmp.ask("query-status"), "query-status");
            lastWords.seen(answer.path("status").asString(""));
            trouble = Optional.empty();
        }
    }

    /// Waits for as long as the process lives; that it takes long is told meanwhile.
    private <T> T patiently(CompletableFuture<T> answer, String what)
            throws QmpException, InterruptedException {
        while (!done(answer, WELL)) {
            if (!qemu.isAlive()) {
                throw new QmpException("monitor has gone");
            }
            trouble =
                    Optional.of(
                            "monitor: no answer to %s in %d s".formatted(what, WELL.toSeconds()));
        }
        return Qmp.result(answer, what);
    }

    private static boolean done(Future<?> future, Duration limit) throws InterruptedException {
        try {
            future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
