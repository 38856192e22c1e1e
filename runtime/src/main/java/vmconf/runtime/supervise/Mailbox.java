package vmconf.runtime.supervise;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import vmconf.plan.Vm;

/// What a supervisor has to see to, in the order in which it came. Any thread may put something in.
final class Mailbox {
    private final BlockingQueue<Mail> mail = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    void post(Event event) {
        put(new Mail.News(event, Optional.empty()));
    }

    /// @param live the guest that has come up
    void post(Event event, Live live) {
        put(new Mail.News(event, Optional.of(live)));
    }

    /// @return completes when the definition holds, or with `false` when nobody is there any more
    CompletionStage<Boolean> define(Vm vm) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        put(new Mail.Definition(vm, taken));
        return taken;
    }

    /// @return whether there is a guest that has to end first
    CompletionStage<Boolean> dismiss() {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        put(new Mail.Dismissal(heard));
        return heard;
    }

    /// Waits for what comes next.
    Mail next() throws InterruptedException {
        return mail.take();
    }

    /// Nobody takes anything out any more: who waits is told so.
    void close() {
        closed = true;
        tellWhoWaits();
    }

    private void put(Mail each) {
        mail.add(each);
        if (closed) { // perhaps too late to be among those that were told
            tellWhoWaits();
        }
    }

    private void tellWhoWaits() {
        for (Mail each = mail.poll(); each != null; each = mail.poll()) {
            switch (each) {
                case Mail.News _ -> {}
                case Mail.Definition(_, var taken) -> taken.complete(false);
                case Mail.Dismissal(var heard) -> heard.complete(false);
            }
        }
    }
}
