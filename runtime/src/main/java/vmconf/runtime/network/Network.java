package vmconf.runtime.network;

import java.util.List;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;

/// Lends a VM its connections.
public interface Network {
    /// Connects every interface of the VM, or none: whatever was made before the failure has been
    /// taken away when this throws. Calls for different VMs may run at the same time.
    ///
    /// @param journal told of every device before it is made
    Leases lease(Vm vm, TapJournal journal) throws NetworkException;

    /// What `lease` would do, without doing anything.
    ///
    /// @param own devices that the VM has now and would have given back before
    Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException;

    /// What each interface of the VM is connected to, or would be: `tap`, `user` or `none`.
    List<String> links(Vm vm);

    /// What connections need of this host, and whether it has that.
    List<Finding> examine();

    /// Every reason why `lease` would refuse the VM before anything is made.
    List<Finding> examine(Vm vm);

    /// Looks after the connections of a guest that runs already, without disturbing it.
    ///
    /// @param taps of its interfaces, in their order
    Leases restore(Vm vm, List<String> taps);

    /// Brings the connections of a guest that runs to what the switches are now and the VM says of
    /// them: bridge, group, lock, up or down. What is right already is left alone.
    ///
    /// @param vm with the interfaces that the guest has
    /// @throws NetworkException when something of it cannot be done; the rest may have been
    void adjust(Vm vm, Leases leases) throws NetworkException;

    /// How the devices of a guest that runs differ from what is planned.
    ///
    /// @param taps of its interfaces, in their order
    List<Difference> differences(Vm vm, List<String> taps, Leases leases);

    /// The switches of this plan are those that interfaces join from now on.
    void configure(Plan plan);

    /// Removes devices whose lease was never closed, because the daemon was killed. A device that
    /// says it is another VM's is left.
    void reclaim(Vm vm, List<String> taps);

    /// The daemon ends: gives back what it has changed on the host for all guests.
    ///
    /// @param guestsStay guests run on and keep what they need
    void end(boolean guestsStay);

    /// In a few words which kind of network this is, for the log.
    String describe();
}
