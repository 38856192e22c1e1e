package vmconf.plan.machine;

import java.util.List;
import java.util.Optional;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Interface;
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

    /// What can be had without any rights: the hypervisor's own network for a local interface, and
    /// no cable for one that is down.
    ///
    /// @param led ports of the host that lead to it
    static Attachment withoutRights(Interface link, List<Forward> led) {
        return link.local()
                .filter(_ -> link.up())
                .<Attachment>map(local -> new UserMode(link.lladdr(), local, led))
                .orElseGet(() -> new Unplugged(link.lladdr()));
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

        /// What the guest is told by DHCP. The network cannot be a /31, and leases for a day.
        public DhcpAnswer answer() {
            String host = local.host();
            return new DhcpAnswer(
                    local.guest(),
                    "255.255.255.0",
                    host,
                    host.substring(0, host.lastIndexOf('.')) + ".254",
                    host,
                    86_400,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// A NIC without a cable.
    record Unplugged(String mac) implements Attachment {}
}
