package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.Supplied;

/// Looks after one VM: one virtual thread takes events from a mailbox and performs what
/// `Transitions` decides. All public methods may be called by any thread and return at once.
public final class Supervisor {
    private static final int MOST_TICKETS = 1024;

    private final Ports ports;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
    private final ConcurrentMap<Ticket, CompletableFuture<Answer>> asked =
            new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();

    // Replaced as a whole by the mailbox thread; everybody else only reads them.
    private volatile VmStatus status;
    private volatile Vm vm;
    private volatile boolean leaving;
    private volatile Optional<Live> live = Optional.empty();

    // Confined to the mailbox thread.
    private State state = new State.Stopped(0);
    private Optional<Transfer> transfer = Optional.empty();
    private Optional<Ending> lastEnding = Optional.empty();

    private Supervisor(Vm vm, Ports ports) {
        this.vm = vm;
        this.ports = ports;
        this.status = snapshot();
    }

    public static Supervisor of(Vm vm, Ports ports) {
        Supervisor supervisor = new Supervisor(vm, ports);
        Thread.ofVirtual().name("supervisor " + vm.name()).start(supervisor::run);
        return supervisor;
    }

    /// Goes on with what an earlier daemon left.
    ///
    /// @param vm as it is defined now
    static Supervisor of(Vm vm, Ports ports, Legacy legacy) {
        Supervisor supervisor = new Supervisor(vm, ports);
        switch (legacy) {
            case Legacy.Running running -> supervisor.goOn(running);
            case Legacy.Ended(_, Ending ending) -> supervisor.lastEnding = Optional.of(ending);
        }
        supervisor.status = supervisor.snapshot();
        Thread.ofVirtual().name("supervisor " + vm.name()).start(supervisor::run);
        return supervisor;
    }

    private void goOn(Legacy.Running running) {
        live = Optional.of(running.live().redefined(vm, ports));
        Next next =
                Inheriting.state(
                        ports.clock().now(),
                        running.live().entry().stopping(),
                        running.paused(),
                        running.live().entry().moving());
        state = next.state();
        status = snapshot();
        next.actions().forEach(this::perform);
        Guest guest = running.live().guest();
        ports.chronicle().tookOver(running.live().vm(), guest);
        follow(guest, state.run());
    }

    private void follow(Guest guest, int run) {
        guest.onReboot(() -> post(new Event.Rebooted(run, ports.clock().now())));
        guest.exit()
                .thenAccept(
                        exit -> {
                            Mark.END_HEARD.pass();
                            post(new Event.Exited(run, exit, ports.clock().now()));
                        });
    }

    /// The VM as it is defined now; a guest that runs may be of an earlier definition.
    public Vm vm() {
        return vm;
    }

    /// Defines the VM anew, from its next start on; what needs no start holds at once.
    ///
    /// @return completes when it holds
    CompletionStage<Void> define(Vm next) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        mailbox.add(new Mail.Definition(next, taken));
        return taken;
    }

    /// Lets the supervisor go, at once or when its guest has ended.
    ///
    /// @return whether its guest runs still
    CompletionStage<Boolean> dismiss() {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        mailbox.add(new Mail.Dismissal(heard));
        return heard;
    }

    /// Not dismissed, or its guest runs still.
    boolean isThere() {
        return !leaving || status.phase() != VmStatus.Phase.STOPPED;
    }

    /// Completes when it has gone, once and for all.
    CompletionStage<Void> gone() {
        return gone;
    }

    public VmStatus status() {
        return status;
    }

    /// What the next start would do. Nothing is done; it looks at files and devices of the host.
    ///
    /// @param supplied files that are looked at with somebody's rights
    /// @throws LaunchException when it would be refused
    public Rehearsed rehearse(Supplied supplied) throws LaunchException {
        return Rehearsed.of(vm, taps(), supplied, ports);
    }

    /// How what runs differs from what is defined; asks the hypervisor and looks at the host.
    public Drift drift() {
        VmStatus now = status;
        List<Difference> host =
                live.map(
                                each ->
                                        ports.network()
                                                .differences(
                                                        now.definition(),
                                                        each.entry().taps(),
                                                        each.leases()))
                        .orElse(List.of());
        return new Drift(ProcessDrift.of(now), host);
    }

    /// Devices of the guest that runs, in the order of its interfaces.
    public List<String> taps() {
        return live.map(each -> each.entry().taps()).orElse(List.of());
    }

    public CompletionStage<Answer> start() {
        return start(OneBoot.AS_DEFINED);
    }

    /// @param boot what holds for this start only
    public CompletionStage<Answer> start(OneBoot boot) {
        return ask(ticket -> new Event.Start(ticket, boot));
    }

    /// @param untilEnd answer when the guest has gone, not when it has been asked
    public CompletionStage<Answer> stop(Manner manner, boolean untilEnd) {
        return ask(ticket -> new Event.Stop(ticket, manner, untilEnd, ports.clock().now()));
    }

    public CompletionStage<Answer> pause() {
        return ask(Event.Pause::new);
    }

    public CompletionStage<Answer> unpause() {
        return ask(Event.Unpause::new);
    }

    /// Writes the guest's state.
    ///
    /// @param parting what becomes of the guest when that has worked; in any other case it goes on
    public CompletionStage<Answer> send(Parting parting, Destination destination) {
        return ask(ticket -> new Event.Send(ticket, parting, destination));
    }

    /// Starts a guest with a state from elsewhere.
    ///
    /// @param guest as it is defined for this run
    CompletionStage<Answer> receive(Vm guest, Arrival arrival) {
        return ask(ticket -> new Event.Receive(ticket, guest, arrival));
    }

    /// Ends what is being written or read of states.
    void cutTransfers() {
        post(new Event.CutTransfers());
    }

    /// Presses the reset button of the guest that runs, or stands still. Its state does not change.
    public CompletionStage<Answer> reset() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (status.phase() == VmStatus.Phase.RUNNING || status.phase() == VmStatus.Phase.PAUSED) {
            aside("reset", () -> answer.complete(pressed(tried(Guest::reset))));
        } else {
            answer.complete(new Answer.Refused(Answer.Refusal.NOT_RUNNING));
        }
        return answer;
    }

    private static Answer pressed(Optional<String> failure) {
        return failure.<Answer>map(Answer.Failed::new).orElseGet(Answer.Requested::new);
    }

    public CompletionStage<Answer> awaitEnd() {
        return ask(Event.Wait::new);
    }

    void queue() {
        post(new Event.Queue());
    }

    void turn() {
        post(new Event.Turn());
    }

    private interface Asking {
        Event with(Ticket ticket);
    }

    private CompletionStage<Answer> ask(Asking asking) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (gone.isDone()) {
            answer.complete(new Answer.Refused(Answer.Refusal.NOT_RUNNING));
            return answer;
        }
        if (asked.size() >= MOST_TICKETS) {
            answer.complete(new Answer.StartFailed("too many requests are waiting"));
            return answer;
        }
        Ticket ticket = new Ticket(tickets.incrementAndGet());
        asked.put(ticket, answer);
        post(asking.with(ticket));
        return answer;
    }

    private void post(Event event) {
        mailbox.add(new Mail.News(event, Optional.empty()));
    }

    private void run() {
        try {
            while (!leaving || !VmStatus.isIdle(state)) {
                switch (mailbox.take()) {
                    case Mail.News(Event event, Optional<Live> arrived) -> take(event, arrived);
                    case Mail.Definition(Vm next, var taken) -> {
                        vm = next;
                        leaving = false;
                        live = live.map(each -> each.redefined(vm, ports));
                        status = snapshot();
                        taken.complete(null);
                    }
                    case Mail.Dismissal(var heard) -> {
                        leaving = true;
                        heard.complete(!VmStatus.isIdle(state));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone.complete(null);
            asked.forEach(
                    (_, answer) -> answer.complete(new Answer.Refused(Answer.Refusal.NOT_RUNNING)));
        }
    }

    private void take(Event event, Optional<Live> arrived) {
        if (arrived.isPresent()) {
            live = arrived.map(each -> each.redefined(vm, ports));
        }
        VmStatus.Phase before = status.phase();
        Next next = Transitions.transition(state, event);
        state = next.state();
        if (!next.actions().contains(new Action.Release())) {
            status = snapshot();
        } // else it shows as stopped when all has been given back
        if (event instanceof Event.Rebooted && status.guest().isPresent()) {
            ports.chronicle().rebooted(vm);
        }
        ports.chronicle().stepped(vm, before, VmStatus.phaseOf(state));
        next.actions().forEach(this::perform);
    }

    private VmStatus snapshot() {
        return new VmStatus(
                live.map(Live::vm).orElse(vm),
                vm,
                VmStatus.phaseOf(state),
                live.map(Live::guest),
                live.map(Live::since),
                lastEnding,
                live.flatMap(Live::unsettled));
    }

    private void perform(Action action) {
        switch (action) {
            case Action.Launch(int run, OneBoot boot) -> {
                Vm launched = boot.image().map(vm::withImage).orElse(vm);
                aside(
                        "launch",
                        () -> launch(run, () -> Live.launch(launched, boot.supplied(), ports)));
            }
            case Action.Receive(int run, Vm received, Arrival arrival) -> {
                transfer = Optional.of(arrival);
                aside("receive", () -> launch(run, () -> Live.receive(received, arrival, ports)));
            }
            case Action.Send send -> {
                transfer = Optional.of(send.destination());
                Live leaving = live.orElseThrow();
                aside("send", () -> post(Departure.of(leaving, send, ports.log())));
            }
            case Action.Recall(int run) -> {
                Live staying = live.orElseThrow();
                aside("recall", () -> post(Departure.recall(staying, run, ports.log())));
            }
            case Action.CutTransfer() ->
                    transfer.ifPresent(each -> aside("cut", () -> each.cut("it was ended here")));
            case Action.PowerDown() ->
                    aside("power down", () -> live.ifPresent(each -> each.powerDown(ports)));
            case Action.Pause(int run, Ticket ticket) ->
                    aside(
                            "pause",
                            () -> post(new Event.PauseDone(run, ticket, tried(Guest::pause))));
            case Action.Unpause(int run, Ticket ticket) ->
                    aside(
                            "unpause",
                            () -> post(new Event.UnpauseDone(run, ticket, tried(Guest::unpause))));
            case Action.Wake() -> aside("wake", () -> tried(Guest::unpause));
            case Action.ArmDeadline(int run) -> armDeadline(run);
            case Action.Kill() -> live.ifPresent(Live::kill);
            case Action.Release() -> release();
            case Action.Remember(Ending ending) -> remember(ending);
            case Action.Reply(Ticket ticket, Answer answer) -> reply(ticket, answer);
        }
    }

    private interface Launching {
        Live live() throws LaunchException;
    }

    private void launch(int run, Launching launching) {
        try {
            Live launched = launching.live();
            Event.Launched event = new Event.Launched(run, ports.clock().now());
            mailbox.add(new Mail.News(event, Optional.of(launched)));
            ports.chronicle().started(vm, launched.guest().tty());
            follow(launched.guest(), run);
            Mark.STARTED.pass();
        } catch (LaunchException e) {
            post(new Event.LaunchFailed(run, e.getMessage(), ports.clock().now()));
        } catch (RuntimeException e) {
            post(new Event.LaunchFailed(run, "internal error: " + e, ports.clock().now()));
        }
    }

    /// What may take its time is done beside the mailbox.
    private void aside(String what, Runnable work) {
        Thread.ofVirtual().name(what + " " + vm.name()).start(work);
    }

    private interface Handling {
        void of(Guest guest) throws IOException;
    }

    /// Does something with the guest.
    ///
    /// @return why that failed; absent when it worked
    private Optional<String> tried(Handling handling) {
        Optional<Guest> guest = status.guest();
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

    /// A stop that an earlier daemon was asked for has the rest of its time.
    private void armDeadline(int run) {
        Instant now = ports.clock().now();
        Instant since = live.flatMap(each -> each.entry().stopping()).orElse(now);
        Duration left = ports.grace().minus(Duration.between(since, now));
        ports.clock()
                .after(
                        left.isNegative() ? Duration.ZERO : left,
                        () -> post(new Event.DeadlinePassed(run, ports.grace())));
    }

    private void release() {
        live.ifPresent(Live::release);
        live = Optional.empty();
        status = snapshot();
    }

    private void remember(Ending ending) {
        lastEnding = Optional.of(ending);
        status = snapshot();
        ports.chronicle().ended(vm, ending);
    }

    private void reply(Ticket ticket, Answer answer) {
        CompletableFuture<Answer> waiting = asked.remove(ticket);
        if (waiting != null) {
            waiting.complete(answer);
        }
    }
}
