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

    void post(Event event) {
        mail.add(new Mail.News(event, Optional.empty()));
    }

    /// @param live the guest that has come up
    void post(Event event, Live live) {
        mail.add(new Mail.News(event, Optional.of(live)));
    }

    /// @return completes when the definition holds
    CompletionStage<Void> define(Vm vm) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        mail.add(new Mail.Definition(vm, taken));
        return taken;
    }

    /// @return whether there is a guest that has to end first
    CompletionStage<Boolean> dismiss() {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        mail.add(new Mail.Dismissal(heard));
        return heard;
    }

    /// Waits for what comes next.
    Mail next() throws InterruptedException {
        return mail.take();
    }
}
