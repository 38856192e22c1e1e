package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// Each request has one answer.
class TicketsTest {
    private static final Answer REFUSED = new Answer.Refused(Answer.Refusal.NOT_RUNNING);

    private final Tickets tickets = new Tickets();
    private final List<Ticket> issued = new ArrayList<>();

    @Test
    void everyRequestHasItsOwnAnswer() {
        CompletableFuture<Answer> first = ask();
        CompletableFuture<Answer> second = ask();
        assertThat(issued).doesNotHaveDuplicates();
        tickets.answer(issued.get(1), new Answer.Paused());
        assertThat(second).isCompletedWithValue(new Answer.Paused());
        assertThat(first).isNotDone();
        tickets.answer(issued.get(0), new Answer.Started());
        assertThat(first).isCompletedWithValue(new Answer.Started());
    }

    @Test
    void theFirstAnswerCounts() {
        CompletableFuture<Answer> request = ask();
        tickets.answer(issued.getFirst(), new Answer.Started());
        tickets.answer(issued.getFirst(), new Answer.Paused());
        tickets.answer(new Ticket(4711), new Answer.Paused());
        assertThat(request).isCompletedWithValue(new Answer.Started());
    }

    @Test
    void anAnswerMayComeWhileOneAsks() {
        CompletionStage<Answer> request =
                tickets.ask(ticket -> tickets.answer(ticket, new Answer.Requested()));
        assertThat(request.toCompletableFuture()).isCompletedWithValue(new Answer.Requested());
    }

    @Test
    void onlySoManyWait() {
        for (int i = 0; i < Tickets.MOST; i++) {
            assertThat(ask()).isNotDone();
        }
        assertThat(ask())
                .isCompletedWithValue(new Answer.StartFailed("too many requests are waiting"));
        assertThat(issued).hasSize(Tickets.MOST);
        tickets.answer(issued.getFirst(), new Answer.Started());
        assertThat(ask()).isNotDone();
    }

    @Test
    void whoeverWaitsIsRefusedInTheEnd() {
        CompletableFuture<Answer> first = ask();
        CompletableFuture<Answer> second = ask();
        tickets.close();
        assertThat(first).isCompletedWithValue(REFUSED);
        assertThat(second).isCompletedWithValue(REFUSED);
        assertThat(ask()).isCompletedWithValue(REFUSED);
        assertThat(issued).hasSize(2);
    }

    @Test
    void nobodyIsForgottenWhoAsksJustAtTheEnd() {
        CompletionStage<Answer> request = tickets.ask(_ -> tickets.close());
        assertThat(request.toCompletableFuture()).isCompletedWithValue(REFUSED);
    }

    private CompletableFuture<Answer> ask() {
        return tickets.ask(issued::add).toCompletableFuture();
    }
}
