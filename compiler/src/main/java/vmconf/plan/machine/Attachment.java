package vmconf.plan.machine;

import java.util.List;
import vmconf.plan.LocalAddress;

/// What the host's end of one NIC is.
public sealed interface Attachment {
    /// MAC address of the guest's end.
    String mac();

    /// In one word: `tap`, `user` or `none`.
    default String kind() {
        return switch (this) {
            case Tap _ -> "tap";
            case UserMode _ -> "user";
            case Unplugged _ -> "none";
        };
    }

    /// A tap of that name, which the hypervisor opens.
    record Tap(String mac, String device) implements Attachment {}

    /// The hypervisor's own network, which gives the guest the plan's addresses.
    ///
    /// @param forwards ports of the host by which the guest is reached
    record UserMode(String mac, LocalAddress local, List<Forward> forwards) implements Attachment {
        public UserMode {
            forwards = List.copyOf(forwards);
        }
    }

    /// A NIC without a cable.
    record Unplugged(String mac) implements Attachment {}
}
