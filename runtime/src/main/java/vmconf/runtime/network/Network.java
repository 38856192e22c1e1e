package vmconf.runtime.network;

import java.util.List;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// Lends a VM its connections.
public interface Network {
    /// Connects every interface of the VM, or none: whatever was made before the failure has been
    /// taken away when this throws. Calls for different VMs may run at the same time.
    Leases lease(Vm vm) throws NetworkException;

    /// The switches of this plan are those that interfaces join from now on.
    void configure(Plan plan);

    /// Removes devices whose lease was never closed, because the daemon was killed.
    void reclaim(List<String> devices);

    /// In a few words which kind of network this is, for the log.
    String describe();
}
