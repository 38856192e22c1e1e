package vmconf.runtime.supervise;

import vmconf.plan.Vm;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Leases;

/// Turns a VM into a running guest.
public interface Hypervisor {
    /// Starts the guest and waits until it executes. When this throws, nothing of it is left.
    Guest launch(Vm vm, Media media, Leases leases) throws LaunchException;
}
