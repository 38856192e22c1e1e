package vmconf.runtime.network;

import java.util.Optional;

/// What vmd was told about networks on its command line.
///
/// @param createBridges bridges of switches are made where they are missing
/// @param nat traffic of local interfaces leaves the host under the host's own address
public record NetworkOptions(boolean createBridges, Optional<NatOption> nat) {
    /// Nothing was said.
    public static final NetworkOptions NONE = new NetworkOptions(false, Optional.empty());

    /// @param by the only interface by which traffic leaves under another address; absent: any
    public record NatOption(Optional<String> by) {}
}
