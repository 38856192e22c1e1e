package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.ImageClaim;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.network.Leases;
import vmconf.runtime.network.NetworkException;

/// Lets a state from elsewhere go on here, or leaves nothing behind. Its disks may still be the
/// sender's, on this host, while the state comes; so they are taken when all of it is there.
final class Reception {
    private static final int CLAIMS = 100;
    private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(100);

    private final Vm vm;
    private final Media media;
    private final Arrival arrival;
    private final Ports ports;
    private Optional<ImageClaim> images = Optional.empty();

    Reception(Vm vm, Media media, Arrival arrival, Ports ports) {
        this.vm = vm;
        this.media = media;
        this.arrival = arrival;
        this.ports = ports;
    }

    Live live() throws LaunchException {
        Entry entry = ports.ledger().open(vm);
        try {
            entry.moving(Optional.of(Moving.IN));
            Mark.RECEIVE_NOTED.pass();
            return connected(entry);
        } catch (NetworkException | IOException e) {
            giveUp(entry);
            throw new LaunchException(String.valueOf(e.getMessage()));
        } catch (LaunchException | RuntimeException e) {
            giveUp(entry);
            throw e;
        }
    }

    private void giveUp(Entry entry) {
        images.ifPresent(ImageClaim::close);
        entry.close();
    }

    private Live connected(Entry entry) throws LaunchException, NetworkException {
        Leases leases = ports.network().lease(vm, entry);
        try {
            Optional<String> obstacle = arrival.portrait().obstacle(Live.links(leases));
            if (obstacle.isPresent()) {
                throw new LaunchException(obstacle.get());
            }
            Guest guest =
                    ports.hypervisor().receive(vm, media, leases, entry, arrival, this::admit);
            return new Live(
                    vm,
                    guest,
                    images.orElseThrow(),
                    leases,
                    entry,
                    entry.since(),
                    Optional.empty());
        } catch (LaunchException | RuntimeException e) {
            leases.close();
            throw e;
        }
    }

    private void admit(List<DiskStamp> disks) throws LaunchException {
        Mark.RECEIVE_READ.pass();
        images = Optional.of(claimed());
        if (arrival.withAnyDisks()) {
            return;
        }
        for (DiskStamp disk : disks) {
            Optional<String> change = disk.change();
            if (change.isPresent()) {
                throw new LaunchException(
                        "the state does not fit its disks any more: " + change.get());
            }
        }
    }

    /// Who sends it needs a moment to end.
    private ImageClaim claimed() throws LaunchException {
        for (int again = 0; ; again++) {
            try {
                return ports.preflight().claim(vm, media);
            } catch (MediaException e) {
                if (again == CLAIMS) {
                    throw new LaunchException(String.valueOf(e.getMessage()));
                }
                rest();
            }
        }
    }

    private static void rest() throws LaunchException {
        try {
            Thread.sleep(BETWEEN_CLAIMS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted");
        }
    }
}
