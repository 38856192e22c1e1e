package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;
import vmconf.plan.machine.Forward;

/// What vmd was told about networks on its command line.
///
/// @param createBridges bridges of switches are made where they are missing
/// @param nat traffic of local interfaces leaves the host under the host's own address
/// @param forwards ports of the host by which guests with user-mode network are reached
/// @param namespaces a routing domain is a network namespace
public record NetworkOptions(
        boolean createBridges,
        Optional<NatOption> nat,
        List<Forward> forwards,
        boolean namespaces) {
    /// Nothing was said.
    public static final NetworkOptions NONE =
            new NetworkOptions(false, Optional.empty(), List.of(), false);

    public NetworkOptions {
        forwards = List.copyOf(forwards);
    }

    /// @param by the only interface by which traffic leaves under another address; absent: any
    public record NatOption(Optional<String> by) {}
}
