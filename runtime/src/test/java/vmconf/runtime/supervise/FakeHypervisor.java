package vmconf.runtime.supervise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.network.Leases;

/// A hypervisor that only counts.
public final class FakeHypervisor implements Hypervisor {
    private final List<FakeGuest> guests = new ArrayList<>();
    private final Map<String, FakeGuest> launched = new HashMap<>();
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
    public synchronized Guest launch(Vm vm, Media media, Leases leases, Entry entry)
            throws LaunchException {
        if (failure.isPresent()) {
            throw new LaunchException(failure.get());
        }
        FakeGuest guest = new FakeGuest(1000 + guests.size(), obedient);
        guests.add(guest);
        launched.put(vm.name(), guest);
        try {
            entry.running(new ProcessId(guest.pid(), 1, "boot"), Instant.EPOCH);
        } catch (IOException e) {
            throw new LaunchException("cannot note it");
        }
        return guest;
    }

    @Override
    public synchronized LaunchCommand command(
            Vm vm, Media media, List<Attachment> links, Path folder) throws LaunchException {
        if (failure.isPresent()) {
            throw new LaunchException(failure.get());
        }
        return new LaunchCommand(
                List.of(folder),
                List.of("qemu", "-name", "guest=" + vm.name(), "-S", "-m", "it's"));
    }

    @Override
    public List<Finding> examine() {
        return List.of(Finding.note("accelerator", "fake"));
    }

    @Override
    public synchronized Optional<String> trial(Vm vm, Media media) {
        return failure;
    }

    /// The state must be the one that guests of its kind write.
    @Override
    public Guest receive(Vm vm, Media media, Leases leases, Entry entry, Arrival arrival, Gate gate)
            throws LaunchException {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        try {
            gate.pass(arrival.copyTo(state));
        } catch (IOException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
        if (!state.toString(StandardCharsets.UTF_8).equals(FakeGuest.STATE)) {
            throw new LaunchException("another state");
        }
        return launch(vm, media, leases, entry);
    }

    /// Guests it has launched are found as they are now; others have gone with the host.
    @Override
    public synchronized Found adopt(Entry entry) {
        if (entry.process().isEmpty()) {
            return new Found.HalfMade();
        }
        FakeGuest guest = launched.get(entry.vm().name());
        if (guest == null || !guest.isAlive()) {
            return new Found.Dead(guest == null ? Found.How.WITH_HOST : Found.How.UNSEEN, "");
        }
        return new Found.Alive(guest, guest.isPaused());
    }

    public synchronized long alive() {
        return guests.stream().filter(FakeGuest::isAlive).count();
    }

    /// The guest launched last.
    public synchronized FakeGuest latest() {
        return guests.getLast();
    }

    @Override
    public void end() {}
}
