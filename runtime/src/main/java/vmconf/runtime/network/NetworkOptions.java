package vmconf.runtime.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vmconf.plan.machine.Forward;

/// What vmd was told about networks on its command line.
///
/// @param createBridges bridges of switches are made where they are missing
/// @param nat traffic of local interfaces leaves the host under the host's own address
/// @param forwards ports of the host by which guests with user-mode network are reached
/// @param domains what a routing domain is; absent: a VRF, where the kernel has them
public record NetworkOptions(
        boolean createBridges,
        Optional<NatOption> nat,
        List<Forward> forwards,
        Optional<DomainKind> domains) {
    /// Nothing was said.
    public static final NetworkOptions NONE =
            new NetworkOptions(false, Optional.empty(), List.of(), Optional.empty());

    public NetworkOptions {
        forwards = List.copyOf(forwards);
    }

    /// What a routing domain other than the host's own is.
    public enum DomainKind {
        /// A VRF device, with a routing table of its own.
        VRF,
        /// A network namespace, with links and a packet filter of its own.
        NETNS;

        /// As the command line has it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param by the only interface by which traffic leaves under another address; absent: any
    public record NatOption(Optional<String> by) {}
}
