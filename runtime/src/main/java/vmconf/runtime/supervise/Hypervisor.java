package vmconf.runtime.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Leases;

/// Turns a VM into a running guest.
public interface Hypervisor {
    /// Starts the guest and waits until it executes. When this throws, no process
    /// is left.
    ///
    /// @param entry has a folder for this guest's files, and notes its process
    Guest launch(Vm vm, Media media, Leases leases, Entry entry) throws LaunchException;

    /// How `launch` would start the guest, without doing anything.
    ///
    /// @param links what its interfaces would be connected to
    /// @param folder for its files
    LaunchCommand command(Vm vm, Media media, List<Attachment> links, Path folder)
            throws LaunchException;

    /// What guests need of it, and whether this host has that.
    List<Finding> examine();

    /// Makes the guest's machine without connections and ends it before it executes anything.
    ///
    /// @return what would keep it from starting
    Optional<String> trial(Vm vm, Media media);

    /// Starts a guest with a state from elsewhere, in the same way. It executes when the whole
    /// state has been read and the gate has let it pass.
    Guest receive(Vm vm, Media media, Leases leases, Entry entry, Arrival arrival, Gate gate)
            throws LaunchException;

    /// The last look at a guest with a state from elsewhere.
    @FunctionalInterface
    interface Gate {
        /// @param disks as they were when the state was written
        void pass(List<DiskStamp> disks) throws LaunchException;
    }

    /// Gives back what guests have in common, where none is left.
    void end();

    /// Takes over the guest of an entry that an earlier daemon left open, without disturbing it.
    Found adopt(Entry entry);
}
