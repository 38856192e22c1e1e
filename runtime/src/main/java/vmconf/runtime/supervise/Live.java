package vmconf.runtime.supervise;

import java.time.Instant;
import vmconf.plan.Vm;
import vmconf.runtime.host.ImageClaim;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.network.Leases;
import vmconf.runtime.network.NetworkException;

/// A guest with everything that was taken for it.
///
/// @param vm as it was defined when the guest started
record Live(Vm vm, Guest guest, ImageClaim images, Leases leases, Instant since) {

    /// Takes images and connections and starts the guest, or leaves nothing behind.
    static Live launch(Vm vm, Ports ports) throws LaunchException {
        try {
            Media media = ports.preflight().inspect(vm);
            ImageClaim images = ports.preflight().claim(vm, media);
            try {
                return connected(vm, ports, media, images);
            } catch (LaunchException | NetworkException | RuntimeException e) {
                images.close();
                throw e;
            }
        } catch (MediaException | NetworkException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
    }

    private static Live connected(Vm vm, Ports ports, Media media, ImageClaim images)
            throws LaunchException, NetworkException {
        Leases leases = ports.network().lease(vm);
        try {
            Guest guest = ports.hypervisor().launch(vm, media, leases);
            return new Live(vm, guest, images, leases, ports.clock().now());
        } catch (LaunchException | RuntimeException e) {
            leases.close();
            throw e;
        }
    }

    void release() {
        guest.console().close();
        leases.close();
        images.close();
    }
}
