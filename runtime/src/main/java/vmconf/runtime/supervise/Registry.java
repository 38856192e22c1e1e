package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import vmconf.plan.Numbering;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Vm;
import vmconf.plan.diff.PlanDiff;
import vmconf.runtime.host.Mark;

/// All VMs the daemon knows. Changes are made one after the other by one thread; everybody else
/// reads the roster of the newest generation.
public final class Registry {
    private final Ports ports;
    private final Generations generations;
    private final ExecutorService changes =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("registry").factory());
    private volatile Roster roster;

    private Registry(Roster roster, Generations generations, Ports ports) {
        this.roster = roster;
        this.generations = generations;
        this.ports = ports;
    }

    /// The first generation of this daemon, with the guests of an earlier one.
    ///
    /// @throws PlanException when the plan cannot be taken
    /// @throws IOException when what the next daemon has to know cannot be written
    public static Registry of(Plan plan, Ports ports) throws PlanException, IOException {
        Known before = ports.ledger().known();
        Map<String, Legacy> legacies = Adoption.of(ports);
        Map<String, Integer> ids = new HashMap<>(before.ids());
        legacies.values().forEach(each -> ids.put(each.vm().name(), each.vm().id()));
        Generations generations = new Generations(ports);
        Generation first = generations.first(before.generation(), Numbering.keep(plan, ids));
        Map<String, Integer> numbers = generations.note(first, ids);
        ports.network().configure(first.plan());
        Roster roster = new Succession(first, numbers, ports).from(legacies);
        Registry registry = new Registry(roster, generations, ports);
        roster.leaving().stream().forEach(registry::forgetWhenGone);
        return registry;
    }

    /// Everybody who is there: first those of the plan, in its order.
    public Stream<Supervisor> all() {
        return roster.all();
    }

    /// By number where the text is one of 32 bits, else by name.
    public Optional<Supervisor> find(String idOrName) {
        return roster.find(idOrName);
    }

    /// What the status table shows: running VMs in the order they came up, then the others.
    public List<VmStatus> statuses() {
        return all().map(Supervisor::status)
                .sorted(Comparator.comparing(each -> each.since().orElse(Instant.MAX)))
                .toList();
    }

    public Generation generation() {
        return roster.generation();
    }

    /// The latest generations, oldest first; the last one holds.
    public List<Kept> history() {
        return generations.history();
    }

    /// The plan of a generation that is kept.
    ///
    /// @throws IOException when it cannot be read any more
    public Optional<Plan> plan(int generation) throws IOException {
        return generations.plan(generation);
    }

    /// What happens to the VMs.
    public Chronicle chronicle() {
        return ports.chronicle();
    }

    /// Looks at what VMs need.
    public Examination examination() {
        return new Examination(ports);
    }

    /// What came of a change.
    ///
    /// @param generation the one that holds now
    /// @param diff from the one before
    public record Changed(Generation generation, PlanDiff diff) {}

    /// What taking a plan in place of the present one would change; nothing is changed.
    public PlanDiff preview(Plan next) throws PlanException {
        Roster now = roster;
        return PlanDiff.between(now.generation().plan(), Numbering.keep(next, now.numbers()));
    }

    /// Takes a plan in place of the present one, as a whole or not at all: guests run on, VMs that
    /// are not in it go when they have stopped, and all that are enabled start.
    ///
    /// @return fails with a [PlanException] when the plan cannot be taken
    public CompletionStage<Changed> reload(Plan next) {
        return change(() -> take(Numbering.keep(next, roster.numbers())));
    }

    /// Adds the VMs and switches of a plan whose names are new.
    ///
    /// @return fails with a [PlanException] when the plan cannot be taken
    public CompletionStage<Changed> load(Plan more) {
        return change(
                () ->
                        take(
                                Numbering.keep(
                                        roster.generation().plan().joinedWith(more),
                                        roster.numbers())));
    }

    /// Ends every guest at once and forgets all VMs, or all switches, or both.
    public CompletionStage<Changed> reset(boolean vms, boolean switches) {
        return change(
                () -> {
                    if (vms) {
                        halt().ends(Manner.FORCED, Duration.ofSeconds(10));
                        roster = roster.withoutNumbers();
                    }
                    Plan plan = roster.generation().plan();
                    return take(
                            plan.with(
                                    switches ? List.of() : plan.switches(),
                                    vms ? List.of() : plan.vms()));
                });
    }

    private Changed take(Plan plan) throws IOException {
        Changed change = generations.after(roster.generation(), plan);
        Generation next = change.generation();
        Map<String, Integer> numbers = generations.note(next, roster.numbers());
        ports.network().configure(plan);
        roster = new Succession(next, numbers, ports).from(roster);
        roster.leaving().stream().forEach(this::forgetWhenGone);
        Mark.GENERATION_CHANGED.pass();
        ports.chronicle().generation(next.number());
        startEnabled(plan.staggeredStart());
        return change;
    }

    /// Lets enabled VMs wait, and starts them group by group.
    public void startEnabled(StaggeredStart staggered) {
        List<Supervisor> enabled =
                roster.known().stream()
                        .filter(each -> each.vm().enabled())
                        .filter(each -> each.status().phase() == VmStatus.Phase.STOPPED)
                        .toList();
        enabled.forEach(Supervisor::queue);
        new StaggeredTurns(staggered, ports.clock()).give(enabled, Supervisor::turn);
    }

    /// A VM that was made for a start, and what came of that.
    public record Introduced(Supervisor supervisor, CompletionStage<Answer> answer) {}

    /// Makes a VM that no file has and starts it; it is forgotten when it stops.
    ///
    /// @param made gives the VM of a number that is free
    /// @param boot what holds for its start
    /// @return absent when there is a VM of that name meanwhile
    public CompletionStage<Optional<Introduced>> introduce(
            String name, IntFunction<Vm> made, OneBoot boot) {
        return change(
                () ->
                        roster.named(name).isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        introduced(
                                                made.apply(roster.number(name, 1)),
                                                each -> each.start(boot))));
    }

    /// Lets a state from elsewhere go on, as a VM that is defined and does not run, or as one that
    /// is forgotten when it stops. It keeps its number, and with it its addresses, where it can.
    ///
    /// @return absent when the name is not free: something runs under it, or is about to
    public CompletionStage<Optional<Introduced>> receive(String name, Arrival arrival) {
        return change(() -> received(name, arrival));
    }

    private Optional<Introduced> received(String name, Arrival arrival)
            throws IOException, PlanException {
        Optional<Supervisor> there = roster.named(name);
        if (there.isPresent() && there.get().status().phase() != VmStatus.Phase.STOPPED) {
            return Optional.empty();
        }
        Portrait portrait = arrival.portrait();
        int id = roster.number(name, portrait.vm().id());
        Vm vm = portrait.vm(name, id, roster.generation().plan());
        return Optional.of(
                there.isPresent()
                        ? new Introduced(there.get(), there.get().receive(vm, arrival))
                        : introduced(vm, each -> each.receive(vm, arrival)));
    }

    private Introduced introduced(Vm vm, Function<Supervisor, CompletionStage<Answer>> first)
            throws IOException {
        Map<String, Integer> numbers =
                generations.noteNumber(roster.generation(), roster.numbers(), vm.name(), vm.id());
        Supervisor supervisor = Supervisor.of(vm, ports);
        CompletionStage<Answer> answer = first.apply(supervisor);
        supervisor.dismiss().toCompletableFuture().join();
        roster = roster.with(supervisor, numbers);
        forgetWhenGone(supervisor);
        return new Introduced(supervisor, answer);
    }

    /// Stops every guest, all at the same time: asks, and ends those at once that still run after
    /// `grace`. Returns when they have gone.
    public void stopAll(Duration grace) throws InterruptedException {
        all().forEach(Supervisor::cutTransfers);
        halt().all(grace);
    }

    /// Waits until no guest is in the middle of starting, or of its state being written or read,
    /// which is given up.
    public void settle(Duration limit) throws InterruptedException {
        all().forEach(Supervisor::cutTransfers);
        halt().settle(limit);
    }

    /// Completes when no VM waits for its turn to start, or is starting.
    public CompletionStage<Void> settled() {
        return halt().settled();
    }

    private Halt halt() {
        return new Halt(this::all, ports.clock());
    }

    private void forgetWhenGone(Supervisor leaving) {
        leaving.gone().thenRun(() -> changes.execute(() -> roster = roster.without(leaving)));
    }

    private <T> CompletionStage<T> change(Callable<T> change) {
        CompletableFuture<T> done = new CompletableFuture<>();
        changes.execute(
                () -> {
                    try {
                        done.complete(change.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }
}
