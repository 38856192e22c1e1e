package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.network.NetworkException;

/// Puts into effect what another definition says of a guest that runs and what needs no start, by
/// the table of `vmconf diff`.
final class LiveChange {
    private final Live live;
    private final Vm defined;
    private final Ports ports;
    private final List<String> failures = new ArrayList<>();

    LiveChange(Live live, Vm defined, Ports ports) {
        this.live = live;
        this.defined = defined;
        this.ports = ports;
    }

    /// What failed is as it was, and said.
    Live made() {
        Vm now = medium(links(live.vm().withRightsOf(defined)));
        failures.forEach(each -> ports.log().warn("%s: %s".formatted(now.name(), each)));
        if (!now.equals(live.vm())) {
            note(now);
        }
        return new Live(
                now,
                live.guest(),
                live.images(),
                live.leases(),
                live.entry(),
                live.since(),
                failures.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", failures)));
    }

    private void note(Vm now) {
        try {
            live.entry().redefined(now);
        } catch (IOException e) {
            ports.log().warn("%s: cannot note the change: %s".formatted(now.name(), e));
        }
    }

    /// The switches may be others even where the VM is the same.
    private Vm links(Vm vm) {
        Vm wanted = Redefinition.withLinks(vm, defined);
        try {
            ports.network().adjust(wanted, live.leases());
            return wanted;
        } catch (NetworkException e) {
            failures.add(String.valueOf(e.getMessage()));
            return vm;
        }
    }

    private Vm medium(Vm vm) {
        boolean exchanged = vm.cdrom().isPresent() && defined.cdrom().isPresent();
        if (!exchanged || vm.cdrom().equals(defined.cdrom())) {
            return vm;
        }
        try {
            Optional<Path> image = ports.preflight().cdrom(defined);
            live.guest().insert(image.orElseThrow());
            return vm.withCdrom(defined.cdrom());
        } catch (MediaException | IOException e) {
            failures.add("cdrom: " + e.getMessage());
            return vm;
        }
    }
}
