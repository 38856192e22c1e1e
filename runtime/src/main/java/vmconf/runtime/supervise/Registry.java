package vmconf.runtime.supervise;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;

/// All VMs the daemon knows, in the plan's order.
public final class Registry {
    private final List<Supervisor> supervisors;
    private final Ports ports;

    private Registry(List<Supervisor> supervisors, Ports ports) {
        this.supervisors = List.copyOf(supervisors);
        this.ports = ports;
    }

    public static Registry of(Plan plan, Ports ports) {
        return new Registry(
                plan.vms().stream().map(vm -> Supervisor.of(vm, ports)).toList(), ports);
    }

    public Stream<Supervisor> all() {
        return supervisors.stream();
    }

    /// By number where the text is one, else by name.
    public Optional<Supervisor> find(String idOrName) {
        boolean number = idOrName.matches("[0-9]{1,9}");
        return all().filter(
                        each ->
                                number
                                        ? each.vm().id() == Integer.parseInt(idOrName)
                                        : each.vm().name().equals(idOrName))
                .findFirst();
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

    /// Lets enabled VMs wait, and starts them group by group.
    public void startEnabled(StaggeredStart staggered) {
        List<Supervisor> enabled = all().filter(each -> each.vm().enabled()).toList();
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
        if (!ends(Manner.GRACEFUL, grace)) {
            ends(Manner.FORCED, Duration.ofSeconds(10));
        }
    }

    private boolean ends(Manner manner, Duration limit) throws InterruptedException {
        CompletableFuture<?>[] stops =
                all().map(
                                each ->
                                        each.stop(manner, true)
                                                .thenCompose(_ -> each.awaitEnd())
                                                .toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
