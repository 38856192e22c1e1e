package vmconf.runtime.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Leases;

/// A hypervisor that only counts.
public final class FakeHypervisor implements Hypervisor {
    private final List<FakeGuest> guests = new ArrayList<>();
    private boolean obedient = true;
    private Optional<String> failure = Optional.empty();

    /// Whether the guests to come power off when asked.
    public synchronized void makeObedient(boolean yes) {
        obedient = yes;
    }

    /// Whether and why the next launches fail.
    public synchronized void fail(Optional<String> reason) {
        failure = reason;
    }

    @Override
    public synchronized Guest launch(Vm vm, Media media, Leases leases) throws LaunchException {
        if (failure.isPresent()) {
            throw new LaunchException(failure.get());
        }
        FakeGuest guest = new FakeGuest(1000 + guests.size(), obedient);
        guests.add(guest);
        return guest;
    }

    public synchronized long alive() {
        return guests.stream().filter(FakeGuest::isAlive).count();
    }

    /// The guest launched last.
    public synchronized FakeGuest latest() {
        return guests.getLast();
    }
}
