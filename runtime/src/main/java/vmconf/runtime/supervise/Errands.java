package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import vmconf.plan.Vm;
import vmconf.runtime.host.Mark;

/// What may take its time, done beside the mailbox of a supervisor, into which comes what became
/// of it.
///
/// @param name of the VM
/// @param live its guest, at the moment when it is asked for
record Errands(String name, Supplier<Optional<Live>> live, Mailbox mailbox, Ports ports) {

    void launch(int run, Vm vm, OneBoot boot) {
        Vm launched = boot.image().map(vm::withImage).orElse(vm);
        aside("launch", () -> come(run, () -> Live.launch(launched, boot.supplied(), ports)));
    }

    void receive(int run, Vm vm, Arrival arrival) {
        aside("receive", () -> come(run, () -> Live.receive(vm, arrival, ports)));
    }

    private interface Launching {
        Live live() throws LaunchException;
    }

    private void come(int run, Launching launching) {
        try {
            Live launched = launching.live();
            mailbox.post(new Event.Launched(run, ports.clock().now()), launched);
            ports.chronicle().started(launched.vm(), launched.guest().tty());
            follow(launched.guest(), run);
            Mark.STARTED.pass();
        } catch (LaunchException e) {
            mailbox.post(new Event.LaunchFailed(run, e.getMessage(), ports.clock().now()));
        } catch (RuntimeException e) {
            String reason = "internal error: " + e;
            mailbox.post(new Event.LaunchFailed(run, reason, ports.clock().now()));
        }
    }

    /// Hears what the guest does by itself.
    void follow(Guest guest, int run) {
        guest.onReboot(() -> mailbox.post(new Event.Rebooted(run, ports.clock().now())));
        guest.onDiskError(error -> mailbox.post(new Event.DiskFailed(run, error)));
        guest.exit()
                .thenAccept(
                        exit -> {
                            Mark.END_HEARD.pass();
                            mailbox.post(new Event.Exited(run, exit, ports.clock().now()));
                        });
    }

    void send(Live leaving, Action.Send send) {
        aside("send", () -> mailbox.post(Departure.of(leaving, send, ports.log())));
    }

    void recall(Live staying, int run) {
        aside("recall", () -> mailbox.post(Departure.recall(staying, run, ports.log())));
    }

    void cut(Transfer transfer) {
        aside("cut", () -> transfer.cut("it was ended here"));
    }

    void powerDown() {
        aside("power down", () -> live.get().ifPresent(each -> each.powerDown(ports)));
    }

    void pause(int run, Ticket ticket) {
        aside("pause", () -> mailbox.post(new Event.PauseDone(run, ticket, tried(Guest::pause))));
    }

    void unpause(int run, Ticket ticket) {
        aside(
                "unpause",
                () -> mailbox.post(new Event.UnpauseDone(run, ticket, tried(Guest::unpause))));
    }

    void wake() {
        aside("wake", () -> tried(Guest::unpause));
    }

    CompletionStage<Answer> reset() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        aside("reset", () -> answer.complete(pressed(tried(Guest::reset))));
        return answer;
    }

    CompletionStage<Answer> sendBreak() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        aside("break", () -> answer.complete(pressed(tried(Guest::sendBreak))));
        return answer;
    }

    private static Answer pressed(Optional<String> failure) {
        return failure.<Answer>map(Answer.Failed::new).orElseGet(Answer.Requested::new);
    }

    /// A stop that an earlier daemon was asked for has the rest of its time.
    void armDeadline(int run) {
        Instant now = ports.clock().now();
        Instant since = live.get().flatMap(each -> each.entry().stopping()).orElse(now);
        Duration left = ports.grace().minus(Duration.between(since, now));
        ports.clock()
                .after(
                        left.isNegative() ? Duration.ZERO : left,
                        () -> mailbox.post(new Event.DeadlinePassed(run, ports.grace())));
    }

    private void aside(String what, Runnable work) {
        Thread.ofVirtual().name(what + " " + name).start(work);
    }

    private interface Handling {
        void of(Guest guest) throws IOException;
    }

    /// Does something with the guest.
    ///
    /// @return why that failed; absent when it worked
    private Optional<String> tried(Handling handling) {
        Optional<Guest> guest = live.get().map(Live::guest);
        if (guest.isEmpty()) {
            return Optional.of("it has gone");
        }
        try {
            handling.of(guest.get());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
