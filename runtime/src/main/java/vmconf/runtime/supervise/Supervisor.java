package vmconf.runtime.supervise;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Supplied;

/// Looks after one VM: one virtual thread takes events from a mailbox and performs what
/// `Transitions` decides. All public methods may be called by any thread and return at once.
public final class Supervisor {
    private final Ports ports;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Mailbox mailbox = new Mailbox();
    private final Tickets tickets = new Tickets();
    private final Errands errands;

    // Replaced as a whole by the mailbox thread; everybody else only reads them.
    private volatile VmStatus status;
    private volatile Vm vm;
    private volatile boolean leaving;
    private volatile Optional<Live> live = Optional.empty();

    // Confined to the mailbox thread.
    private State state = new State.Stopped(0);
    private Optional<Transfer> transfer = Optional.empty();
    private Optional<Ending> lastEnding = Optional.empty();
    private Optional<DiskError> diskError = Optional.empty();

    private Supervisor(Vm vm, Ports ports) {
        this.vm = vm;
        this.ports = ports;
        this.errands = new Errands(vm.name(), this::live, mailbox, ports);
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
        errands.follow(guest, state.run());
    }

    /// The VM as it is defined now; a guest that runs may be of an earlier definition.
    public Vm vm() {
        return vm;
    }

    /// Defines the VM anew, from its next start on; what needs no start holds at once.
    ///
    /// @return completes when it holds, or with `false` when the supervisor has gone
    CompletionStage<Boolean> define(Vm next) {
        return mailbox.define(next);
    }

    /// Lets the supervisor go, at once or when its guest has ended.
    ///
    /// @return whether its guest runs still
    CompletionStage<Boolean> dismiss() {
        return mailbox.dismiss();
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

    /// What the interfaces of that VM of ours are connected to, or would be: `tap`, `user` or
    /// `none`.
    public List<String> links(Vm shown) {
        return ports.network().links(shown);
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
        mailbox.post(new Event.CutTransfers());
    }

    /// Presses the reset button of the guest that runs, or stands still. Its state does not change.
    public CompletionStage<Answer> reset() {
        VmStatus.Phase phase = status.phase();
        return phase == VmStatus.Phase.RUNNING || phase == VmStatus.Phase.PAUSED
                ? errands.reset()
                : CompletableFuture.completedFuture(new Answer.Refused(Answer.Refusal.NOT_RUNNING));
    }

    /// Sends a break on the console of the guest that runs.
    public CompletionStage<Answer> sendBreak() {
        return status.phase() == VmStatus.Phase.RUNNING
                ? errands.sendBreak()
                : CompletableFuture.completedFuture(new Answer.Refused(Answer.Refusal.NOT_RUNNING));
    }

    public CompletionStage<Answer> awaitEnd() {
        return ask(Event.Wait::new);
    }

    void queue() {
        mailbox.post(new Event.Queue());
    }

    void turn() {
        mailbox.post(new Event.Turn());
    }

    private CompletionStage<Answer> ask(Function<Ticket, Event> request) {
        return tickets.ask(ticket -> mailbox.post(request.apply(ticket)));
    }

    private void run() {
        try {
            while (!leaving || !VmStatus.isIdle(state)) {
                switch (mailbox.next()) {
                    case Mail.News(Event event, Optional<Live> arrived) -> take(event, arrived);
                    case Mail.Definition(Vm next, var taken) -> {
                        vm = next;
                        leaving = false;
                        live = live.map(each -> each.redefined(vm, ports));
                        status = snapshot();
                        taken.complete(true);
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
            tickets.close();
            mailbox.close();
        }
    }

    private void take(Event event, Optional<Live> arrived) {
        if (arrived.isPresent()) {
            live = arrived.map(each -> each.redefined(vm, ports));
        }
        VmStatus.Phase before = status.phase();
        Next next = Transitions.transition(state, event);
        state = next.state();
        hear(event);
        if (!next.actions().contains(new Action.Release())) {
            status = snapshot();
        } // else it shows as stopped when all has been given back
        if (event instanceof Event.Rebooted && status.guest().isPresent()) {
            ports.chronicle().rebooted(vm);
        }
        ports.chronicle().stepped(vm, before, VmStatus.phaseOf(state));
        next.actions().forEach(this::perform);
    }

    /// What shows of disks. A guest that goes on has what it lacked, or says so again.
    private void hear(Event event) {
        if (event instanceof Event.DiskFailed(int run, DiskError error)
                && run == state.run()
                && live.isPresent()) {
            diskError = Optional.of(error);
            ports.chronicle().diskFailed(status.vm(), error);
        } else if (event instanceof Event.UnpauseDone && state instanceof State.Running) {
            diskError = diskError.filter(each -> !each.halted());
        }
    }

    private Optional<Live> live() {
        return live;
    }

    private VmStatus snapshot() {
        return new VmStatus(
                live.map(Live::vm).orElse(vm),
                vm,
                VmStatus.phaseOf(state),
                live.map(Live::guest),
                live.map(Live::since),
                lastEnding,
                diskError,
                live.flatMap(Live::unsettled));
    }

    private void perform(Action action) {
        switch (action) {
            case Action.Launch(int run, OneBoot boot) -> errands.launch(run, vm, boot);
            case Action.Receive(int run, Vm received, Arrival arrival) -> {
                transfer = Optional.of(arrival);
                errands.receive(run, received, arrival);
            }
            case Action.Send send -> {
                transfer = Optional.of(send.destination());
                errands.send(live.orElseThrow(), send);
            }
            case Action.Recall(int run) -> errands.recall(live.orElseThrow(), run);
            case Action.CutTransfer() -> transfer.ifPresent(errands::cut);
            case Action.PowerDown() -> errands.powerDown();
            case Action.Pause(int run, Ticket ticket) -> errands.pause(run, ticket);
            case Action.Unpause(int run, Ticket ticket) -> errands.unpause(run, ticket);
            case Action.Wake() -> errands.wake();
            case Action.ArmDeadline(int run) -> errands.armDeadline(run);
            case Action.Kill() -> live.ifPresent(Live::kill);
            case Action.Release() -> release();
            case Action.Remember(Ending ending) -> remember(ending);
            case Action.Reply(Ticket ticket, Answer answer) -> tickets.answer(ticket, answer);
        }
    }

    private void release() {
        live.ifPresent(Live::release);
        live = Optional.empty();
        diskError = Optional.empty();
        status = snapshot();
    }

    private void remember(Ending ending) {
        lastEnding = Optional.of(ending);
        status = snapshot();
        ports.chronicle().ended(vm, ending);
    }
}
