package vmconf.runtime.supervise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The requests that wait for their answers, a bounded number of them. Callable by any thread.
final class Tickets {
    /// How many may wait.
    static final int MOST = 1024;

    private static final Answer NOBODY_THERE = new Answer.Refused(Answer.Refusal.NOT_RUNNING);

    private final ConcurrentMap<Ticket, CompletableFuture<Answer>> waiting =
            new ConcurrentHashMap<>();
    private final AtomicLong latest = new AtomicLong();
    private volatile boolean closed;

    /// Passes a request on under a new ticket, or answers it at once when too many wait or nobody
    /// is there any more.
    ///
    /// @param request passes it on
    CompletionStage<Answer> ask(Consumer<Ticket> request) {
        if (closed) {
            return CompletableFuture.completedFuture(NOBODY_THERE);
        }
        if (waiting.size() >= MOST) {
            return CompletableFuture.completedFuture(
                    new Answer.StartFailed("too many requests are waiting"));
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Ticket ticket = new Ticket(latest.incrementAndGet());
        waiting.put(ticket, answer);
        request.accept(ticket);
        if (closed) { // perhaps too late to be among those that were refused
            answer(ticket, NOBODY_THERE);
        }
        return answer;
    }

    /// Does nothing for a ticket that has its answer.
    void answer(Ticket ticket, Answer answer) {
        CompletableFuture<Answer> asked = waiting.remove(ticket);
        if (asked != null) {
            asked.complete(answer);
        }
    }

    /// Refuses those that wait, and all that come.
    void close() {
        closed = true;
        List.copyOf(waiting.keySet()).forEach(each -> answer(each, NOBODY_THERE));
    }
}
