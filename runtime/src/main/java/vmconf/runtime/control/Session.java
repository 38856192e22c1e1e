package vmconf.runtime.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.protocol.Announcement;
import vmconf.runtime.protocol.Exchange;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.ProtocolException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.supervise.Chronicle;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Happening;

/// One client's connection. Requests are answered as they finish, not in the order they came.
final class Session implements AutoCloseable {
    private static final int MOST_UNANSWERED = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final SocketChannel channel;
    private final Desk desk;
    private final Peer peer;
    private final LineReader lines;
    private final Outbox outbox;
    private final Exchange exchange;
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
    private final ReentrantLock hearing = new ReentrantLock();

    private volatile long heard = System.nanoTime();
    private volatile @Nullable Turn turn;
    private volatile Chronicle.@Nullable Subscription listening;

    Session(SocketChannel channel, Desk desk) throws IOException {
        this.channel = channel;
        this.desk = desk;
        this.peer = Peer.of(channel);
        this.lines = new LineReader(channel, Exchange.LONGEST_REQUEST);
        this.outbox = new Outbox(channel);
        this.exchange = new Exchange(outbox::say, this::handle);
    }

    /// Whether the client waits for nothing.
    boolean isIdle() {
        return turn == null
                && listening == null
                && outbox.isEmpty()
                && unanswered.availablePermits() == MOST_UNANSWERED;
    }

    /// Whether it has been idle for that long.
    boolean isIdleSince(Duration time) {
        return isIdle() && System.nanoTime() - heard > time.toNanos();
    }

    /// Serves until the client leaves.
    void run() throws IOException, InterruptedException {
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                heard = System.nanoTime();
                hear(line.get());
                Turn next = turn;
                if (next != null) {
                    if (outbox.flush(PATIENCE)) {
                        next.take(channel, lines.rest());
                    }
                    return;
                }
            }
        } finally {
            Chronicle.Subscription subscription = listening;
            if (subscription != null) {
                subscription.close();
            }
            if (!outbox.flush(PATIENCE)) {
                close();
            }
            outbox.close();
        }
    }

    private void hear(String line) throws ProtocolException {
        hearing.lock();
        try {
            exchange.hear(line);
        } finally {
            hearing.unlock();
        }
    }

    private CompletionStage<Reply> handle(Request<?> request) {
        unanswered.acquireUninterruptibly();
        CompletionStage<Reply> reply = desk.handle(request, peer);
        if (request instanceof Request.Attach attach) {
            reply = reply.thenApply(each -> attached(each, attach));
        } else if (request instanceof Request.Events(int past)) {
            reply = reply.whenComplete((_, _) -> listen(past));
        } else if (request instanceof Request.Send send) {
            reply = reply.thenApply(each -> turned(each, desk.sending(send)));
        } else if (request instanceof Request.Receive receive) {
            reply = reply.thenApply(each -> turned(each, desk.receiving(receive)));
        }
        return reply.whenComplete((_, _) -> unanswered.release());
    }

    private void listen(int past) {
        if (listening == null) {
            listening = desk.chronicle().tell(past, this::announce);
        }
    }

    private void announce(Happening happening) {
        exchange.announce(
                new Announcement(
                        happening.number(),
                        happening.at(),
                        happening.kind().word(),
                        happening.vm().map(Happening.Subject::name),
                        happening.vm().map(Happening.Subject::id),
                        happening.text()));
    }

    /// The guest may have gone since the desk agreed.
    private Reply attached(Reply reply, Request.Attach request) {
        if (!(reply instanceof Reply.Attached)) {
            return reply;
        }
        Optional<Guest> guest = desk.guest(request.vm());
        guest.ifPresent(
                each ->
                        turn =
                                (_, early) ->
                                        new ConsoleTurn(each.console(), request.readOnly())
                                                .take(channel, early));
        return guest.isPresent() ? reply : new Reply.Failed(Fault.NOT_RUNNING, "console not found");
    }

    private Reply turned(Reply reply, Turn next) {
        if (!(reply instanceof Reply.Failed)) {
            turn = next;
        }
        return reply;
    }

    /// Closes when what is just being heard has been answered and everything said has been sent, or
    /// the client does not read.
    void finish() throws InterruptedException {
        if (hearing.tryLock(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            hearing.unlock();
        }
        outbox.flush(LAST_WORDS);
        close();
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
