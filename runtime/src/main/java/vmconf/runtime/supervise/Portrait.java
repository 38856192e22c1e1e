package vmconf.runtime.supervise;

import java.util.List;
import java.util.Optional;
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
