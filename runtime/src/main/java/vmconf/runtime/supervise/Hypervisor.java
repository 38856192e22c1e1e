package vmconf.runtime.supervise;

import vmconf.plan.Vm;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Leases;

/// Turns a VM into a running guest.
public interface Hypervisor {
    /// Starts the guest and waits until it executes. When this throws, no process
    /// is left.
    ///
    /// @param entry has a folder for this guest's files, and notes its process
    Guest launch(Vm vm, Media media, Leases leases, Entry entry) throws LaunchException;

    /// Takes over the guest of an entry that an earlier daemon left open, without disturbing it.
    Found adopt(Entry entry);
}
