package vmconf.runtime.network;

import java.util.List;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What can be done without any rights: local interfaces by the hypervisor's user-mode network.
public final class UserNetwork implements Network {
    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        Leases leases = new Leases();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            leases.attach(attach(vm.interfaces().get(index), index));
        }
        return leases;
    }

    private static Attachment attach(Interface link, int index) throws NetworkException {
        if (link.switchName().isPresent()) {
            throw new NetworkException(
                    "interface %d joins switch \"%s\": only root can add to a bridge; run vmd as root"
                            .formatted(index, link.switchName().get()));
        }
        if (!link.tap().equals("tap")) {
            throw new NetworkException(
                    "interface %d is \"%s\": only root can make a tap; run vmd as root"
                            .formatted(index, link.tap()));
        }
        return link.local()
                .<Attachment>map(local -> new Attachment.UserMode(link.lladdr(), local))
                .orElseGet(() -> new Attachment.Unplugged(link.lladdr()));
    }

    /// Nothing here joins a switch.
    @Override
    public void configure(Plan plan) {}

    /// The guest's process has its network within.
    @Override
    public Leases restore(Vm vm, List<String> taps) {
        return new Leases();
    }

    /// Nothing of ours outlives the hypervisor.
    @Override
    public void reclaim(Vm vm, List<String> taps) {}

    @Override
    public String describe() {
        return "user-mode network (not root)";
    }
}
