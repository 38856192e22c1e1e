package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.runtime.host.ImageClaim;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.network.Leases;
import vmconf.runtime.network.NetworkException;

/// A guest with everything that was taken for it.
///
/// @param vm as it was defined when the guest started, and what has been put into effect since
/// @param entry what the next daemon is told of it
/// @param unsettled why something that needs no start is not in effect; absent when all is
record Live(
        Vm vm,
        Guest guest,
        ImageClaim images,
        Leases leases,
        Entry entry,
        Instant since,
        Optional<String> unsettled) {

    /// Takes images and connections and starts the guest, or leaves nothing behind.
    static Live launch(Vm vm, Supplied supplied, Ports ports) throws LaunchException {
        Mark.START_ASKED.pass();
        try (Media media = ports.preflight().inspect(vm, supplied)) {
            ImageClaim images = ports.preflight().claim(vm, media);
            try {
                return noted(vm, ports, media, images);
            } catch (LaunchException | NetworkException | RuntimeException e) {
                images.close();
                throw e;
            }
        } catch (MediaException | NetworkException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
    }

    /// The same with a state from elsewhere.
    static Live receive(Vm vm, Arrival arrival, Ports ports) throws LaunchException {
        Mark.RECEIVE_ASKED.pass();
        try {
            return new Reception(vm, ports.preflight().inspect(vm), arrival, ports).live();
        } catch (MediaException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
    }

    /// What somebody who wants to let its state go on has to know.
    Portrait portrait() throws IOException {
        return new Portrait(vm, guest.platform(), links(leases));
    }

    static List<String> links(Leases leases) {
        return leases.attachments().stream().map(Attachment::kind).toList();
    }

    private static Live noted(Vm vm, Ports ports, Media media, ImageClaim images)
            throws LaunchException, NetworkException {
        Entry entry = ports.ledger().open(vm);
        Mark.ENTRY_OPENED.pass();
        try {
            return connected(ports, media, images, entry);
        } catch (LaunchException | NetworkException | RuntimeException e) {
            entry.close();
            throw e;
        }
    }

    private static Live connected(Ports ports, Media media, ImageClaim images, Entry entry)
            throws LaunchException, NetworkException {
        Vm vm = entry.vm();
        Leases leases = ports.network().lease(vm, entry);
        Mark.LEASED.pass();
        try {
            Guest guest = ports.hypervisor().launch(vm, media, leases, entry);
            return new Live(vm, guest, images, leases, entry, entry.since(), Optional.empty());
        } catch (LaunchException | RuntimeException e) {
            leases.close();
            throw e;
        }
    }

    /// The same for a guest that runs already.
    static Live adopt(Guest guest, Entry entry, Ports ports) {
        ImageClaim images = ports.preflight().reclaim(entry.vm());
        Leases leases = ports.network().restore(entry.vm(), entry.taps());
        Mark.FOUND_LEASED.pass();
        return new Live(entry.vm(), guest, images, leases, entry, entry.since(), Optional.empty());
    }

    /// Puts into effect what the definition says now and what needs no start.
    Live redefined(Vm defined, Ports ports) {
        return new LiveChange(this, defined, ports).made();
    }

    /// Ends it at once.
    void kill() {
        Mark.KILL_ASKED.pass();
        guest.kill();
        Mark.KILLED.pass();
    }

    /// Asks it to power off.
    void powerDown(Ports ports) {
        try {
            entry.stopping(entry.stopping().orElseGet(() -> ports.clock().now()));
            Mark.STOP_NOTED.pass();
            guest.powerDown();
            Mark.BUTTON_PRESSED.pass();
        } catch (IOException e) {
            ports.log().warn(vm.name() + ": no power button: " + e.getMessage());
        }
    }

    /// The entry goes last: until then the next daemon would finish this.
    void release() {
        guest.console().close();
        leases.close();
        Mark.LEASES_RETURNED.pass();
        images.close();
        entry.close();
        Mark.ENTRY_CLOSED.pass();
    }
}
