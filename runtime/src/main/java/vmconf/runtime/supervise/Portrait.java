package vmconf.runtime.supervise;

import java.util.List;
import java.util.Optional;
import vmconf.plan.Numbering;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.Vm;

/// A guest, for whoever wants to let its state go on.
///
/// @param vm as it was defined when it started
/// @param links what each of its interfaces is connected to: `tap`, `user` or `none`
public record Portrait(Vm vm, Platform platform, List<String> links) {
    static final String USER = "user";

    public Portrait {
        links = List.copyOf(links);
    }

    /// Whether its interfaces have the hypervisor's own network, whose state is the guest's.
    boolean isInUserMode() {
        return links.contains(USER);
    }

    /// The VM that goes on with its state: with a network of the hypervisor's own its addresses are
    /// those that it had, else those of its number in a plan.
    ///
    /// @throws PlanException when the plan's network has no room for that number
    Vm vm(String name, int id, Plan plan) throws PlanException {
        Vm named = vm.named(name);
        return isInUserMode() ? named.renumbered(id) : Numbering.at(plan, named, id);
    }

    /// Why the guest cannot go on with such interfaces; absent when it can.
    Optional<String> obstacle(List<String> there) {
        return isInUserMode() == there.contains(USER)
                ? Optional.empty()
                : Optional.of(
                        isInUserMode()
                                ? "it ran with user-mode network, of a vmd without root's rights"
                                : "it ran with taps, which only a vmd with root's rights has");
    }
}
