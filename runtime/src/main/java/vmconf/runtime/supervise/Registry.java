package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final long LARGEST_ID = 0xffff_ffffL;

    private final Ports ports;
    private final ExecutorService changes =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("registry").factory());
    private volatile Roster roster;

    private Registry(Roster roster, Ports ports) {
        this.roster = roster;
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
        Plan numbered = Numbering.keep(plan, ids);
        Generation first = first(before.generation(), numbered, ports);
        Registry registry = new Registry(
                        new Roster(
                                first,
                                Supervisors.of(List.of()),
                                Supervisors.of(List.of()),
                                ids),
                        ports);
        Map<String, Integer> all = registry.note(first);
        ports.network().configure(numbered);
        registry.fill(legacies, all);
        return registry;
    }

    /// The generation of the daemon before goes on where the plan is the same.
    private static Generation first(int before, Plan plan, Ports ports) {
        Optional<Kept> last = ports.ledger().kept().stream().reduce((_, next) -> next);
        Optional<Plan> old =
                last.filter(each -> each.number() == before).flatMap(each -> kept(each, ports));
        if (old.filter(each -> PlanDiff.between(each, plan).isEmpty()).isPresent()) {
            Kept same = last.orElseThrow();
            return new Generation(same.number(), plan, same.since(), same.change());
        }
        String change =
                old.map(each -> Generation.change(PlanDiff.between(each, plan)))
                        .orElse("+%d -0 ~0".formatted(plan.vms().size() + plan.switches().size()));
        return new Generation(before + 1, plan, ports.clock().now(), change);
    }

    /// What cannot be read any more is as if it had not been kept.
    private static Optional<Plan> kept(Kept kept, Ports ports) {
        try {
            return ports.ledger().plan(kept.number());
        } catch (IOException e) {
            ports.log().warn("history: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void fill(Map<String, Legacy> legacies, Map<String, Integer> ids) {
        Plan plan = roster.generation().plan();
        List<Supervisor> known = new ArrayList<>();
        for (Vm vm : plan.vms()) {
            Legacy legacy = legacies.get(vm.name());
            known.add(legacy == null ? Supervisor.of(vm, ports) : Supervisor.of(vm, ports, legacy));
        }
        List<Supervisor> leaving = new ArrayList<>();
        for (Legacy legacy : legacies.values()) {
            if (legacy instanceof Legacy.Running && plan.vmNamed(legacy.vm().name()).isEmpty()) {
                leaving.add(Supervisor.of(legacy.vm(), ports, legacy));
            }
        }
        leaving.removeIf(each -> !join(each.dismiss()));
        roster = new Roster(
                        roster.generation(),
                        Supervisors.of(known),
                        Supervisors.of(leaving),
                        ids);
        leaving.forEach(this::forgetWhenGone);
    }

    /// Has the next daemon know a generation, before anything follows it.
    private Map<String, Integer> note(Generation next) throws IOException {
        Map<String, Integer> ids = new HashMap<>(roster.numbers());
        next.plan().vms().forEach(vm -> ids.put(vm.name(), vm.id()));
        Mark.PLAN_READ.pass();
        ports.ledger().keep(next);
        ports.ledger().write(new Known(next.number(), ids));
        Mark.STATE_REPLACED.pass();
        return ids;
    }

    public Stream<Supervisor> all() {
        return roster.all();
    }

    /// What happens to the VMs.
    public Chronicle chronicle() {
        return ports.chronicle();
    }

    /// Looks at what VMs need.
    public Examination examination() {
        return new Examination(ports);
    }

    public Generation generation() {
        return roster.generation();
    }

    /// By number where the text is one of 32 bits, else by name.
    public Optional<Supervisor> find(String idOrName) {
        long number = idOrName.matches("[0-9]{1,18}") ? Long.parseLong(idOrName) : -1;
        if (number < 0 || number > LARGEST_ID) {
            return roster.named(idOrName);
        }
        return number <= Integer.MAX_VALUE ? roster.numbered((int) number) : Optional.empty();
    }

    /// What the status table shows: running VMs in the order they came up, then the others.
    public List<VmStatus> statuses() {
        List<VmStatus> now = all().map(Supervisor::status).toList();
        Stream<VmStatus> running =
                now.stream()
                        .filter(each -> each.since().isPresent())
                        .sorted(Comparator.comparing(each -> each.since().orElseThrow()));
        Stream<VmStatus> others = now.stream().filter(each -> each.since().isEmpty());
        return Stream.concat(running, others).toList();
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

    /// The latest generations, oldest first; the last one holds.
    public List<Kept> history() {
        return ports.ledger().kept();
    }

    /// The plan of a generation that is kept.
    ///
    /// @throws IOException when it cannot be read any more
    public Optional<Plan> plan(int generation) throws IOException {
        return ports.ledger().plan(generation);
    }

    /// Adds the VMs and switches of a plan whose names are new.
    ///
    /// @return fails with a [PlanException] when the plan cannot be taken
    public CompletionStage<Changed> load(Plan more) {
        return change(() -> take(
                                Numbering.keep(
                                        roster.generation().plan().joinedWith(more),
                                        roster.numbers())));
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
        CompletableFuture<Optional<Introduced>> done = new CompletableFuture<>();
        changes.execute(
                () -> {
                    try {
                        done.complete(
                                roster.named(name).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                introduced(
                                                        made.apply(roster.number(name, 1)),
                                                        each -> each.start(boot))));
                    } catch (IOException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    /// Lets a state from elsewhere go on, as a VM that is defined and does not run, or as one that
    /// is forgotten when it stops. It keeps its number, and with it its addresses, where it can.
    ///
    /// @return absent when the name is not free: something runs under it, or is about to
    public CompletionStage<Optional<Introduced>> receive(String name, Arrival arrival) {
        CompletableFuture<Optional<Introduced>> done = new CompletableFuture<>();
        changes.execute(
                () -> {
                    try {
                        done.complete(received(name, arrival));
                    } catch (IOException | PlanException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private Optional<Introduced> received(String name, Arrival arrival)
            throws IOException, PlanException {
        Optional<Supervisor> there = roster.named(name);
        if (there.isPresent() && there.get().status().phase() != VmStatus.Phase.STOPPED) {
            return Optional.empty();
        }
        Portrait portrait = arrival.portrait();
        int id = roster.number(name, portrait.vm().id());
        Vm named = portrait.vm().named(name);
        Vm vm =
                portrait.isInUserMode()
                        ? named.renumbered(id)
                        : Numbering.at(roster.generation().plan(), named, id);
        return Optional.of(
                there.isPresent()
                        ? new Introduced(there.get(), there.get().receive(vm, arrival))
                        : introduced(vm, each -> each.receive(vm, arrival)));
    }

    private Introduced introduced(Vm vm, Function<Supervisor, CompletionStage<Answer>> first)
            throws IOException {
        Map<String, Integer> ids = new HashMap<>(roster.numbers());
        ids.put(vm.name(), vm.id());
        ports.ledger().write(new Known(roster.generation().number(), ids));
        Supervisor supervisor = Supervisor.of(vm, ports);
        CompletionStage<Answer> answer = first.apply(supervisor);
        join(supervisor.dismiss());
        roster = roster.with(supervisor, ids);
        forgetWhenGone(supervisor);
        return new Introduced(supervisor, answer);
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

    private CompletionStage<Changed> change(Callable<Changed> change) {
        CompletableFuture<Changed> done = new CompletableFuture<>();
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

    private Changed take(Plan plan) throws IOException {
        Roster before = roster;
        PlanDiff diff = PlanDiff.between(before.generation().plan(), plan);
        int number = before.generation().number() + 1;
        Generation next =
                new Generation(number, plan, ports.clock().now(), Generation.change(diff));
        Map<String, Integer> ids = note(next);
        ports.network().configure(plan);
        List<Supervisor> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Vm vm : plan.vms()) {
            names.add(vm.name());
            Optional<Supervisor> there = before.named(vm.name());
            there.ifPresent(each -> join(each.define(vm)));
            known.add(there.orElseGet(() -> Supervisor.of(vm, ports)));
            Mark.VM_DEFINED.pass();
        }
        List<Supervisor> leaving = new ArrayList<>();
        before.all()
                .filter(each -> !names.contains(each.vm().name()))
                .filter(each -> join(each.dismiss()))
                .forEach(leaving::add);
        roster = new Roster(next, Supervisors.of(known), Supervisors.of(leaving), ids);
        leaving.forEach(this::forgetWhenGone);
        Mark.GENERATION_CHANGED.pass();
        ports.chronicle().generation(next.number());
        startEnabled(plan.staggeredStart());
        return new Changed(next, diff);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private void forgetWhenGone(Supervisor leaving) {
        leaving.gone().thenRun(() -> changes.execute(() -> roster = roster.without(leaving)));
    }

    /// Lets enabled VMs wait, and starts them group by group.
    public void startEnabled(StaggeredStart staggered) {
        List<Supervisor> enabled =
                roster.known().stream()
                        .filter(each -> each.vm().enabled())
                        .filter(each -> each.status().phase() == VmStatus.Phase.STOPPED)
                        .toList();
        enabled.forEach(Supervisor::queue);
        long group =
                Math.max(
                        1,
                        staggered
                                .parallel()
                                .orElse((long) Runtime.getRuntime().availableProcessors()));
        startGroup(enabled, group, Duration.ofSeconds(Math.max(0, staggered.delay())));
    }

    private void startGroup(List<Supervisor> left, long group, Duration delay) {
        int size = (int) Math.min(group, left.size());
        left.subList(0, size).forEach(Supervisor::turn);
        if (size < left.size()) {
            List<Supervisor> rest = left.subList(size, left.size());
            ports.clock().after(delay, () -> startGroup(rest, group, delay));
        }
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
}
