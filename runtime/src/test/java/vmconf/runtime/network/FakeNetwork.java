package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;

/// A network that counts what is lent and given back.
public final class FakeNetwork implements Network {
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger returned = new AtomicInteger();
    private final List<Vm> adjusted = new CopyOnWriteArrayList<>();
    private volatile Optional<String> failure = Optional.empty();

    /// Whether and why leases are refused from now on.
    public void fail(Optional<String> reason) {
        failure = reason;
    }

    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        if (failure.isPresent()) {
            throw new NetworkException(failure.get());
        }
        lent.incrementAndGet();
        return Leases.of(List.of(), returned::incrementAndGet);
    }

    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        if (failure.isPresent()) {
            throw new NetworkException(failure.get());
        }
        return new Rehearsal(List.of(), List.of(), List.of());
    }

    @Override
    public List<String> links(Vm vm) {
        return vm.interfaces().stream().map(_ -> "tap").toList();
    }

    @Override
    public List<Finding> examine() {
        return List.of(Finding.ok("network", "fake"));
    }

    @Override
    public List<Finding> examine(Vm vm) {
        return List.of();
    }

    @Override
    public List<Difference> differences(Vm vm, List<String> taps, Leases leases) {
        return List.of();
    }

    @Override
    public void adjust(Vm vm, Leases leases) throws NetworkException {
        if (failure.isPresent()) {
            throw new NetworkException(failure.get());
        }
        adjusted.add(vm);
    }

    /// Definitions that guests were brought to, in order.
    public List<Vm> adjusted() {
        return adjusted;
    }

    @Override
    public void configure(Plan plan) {}

    @Override
    public Leases restore(Vm vm, List<String> taps) {
        return Leases.of(List.of(), returned::incrementAndGet);
    }

    @Override
    public void reclaim(Vm vm, List<String> taps) {
        returned.incrementAndGet();
    }

    @Override
    public void end(boolean guestsStay) {}

    @Override
    public String describe() {
        return "fake";
    }

    public int lent() {
        return lent.get();
    }

    public int returned() {
        return returned.get();
    }
}
