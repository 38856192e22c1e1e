package vmconf.compiler.vmd;

import java.util.Optional;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;

/// What the statements of the top level set for all VMs.
///
/// @param inet6 local interfaces have IPv6
/// @param localPrefix6 without one vmd chooses
/// @param socketOwner of the control socket
record Globals(
        Ipv4Prefix localPrefix,
        boolean inet6,
        Optional<Ipv6Prefix> localPrefix6,
        Account socketOwner,
        Optional<Staggered> staggered,
        Optional<Agentx> agentx) {
    /// What holds in a file that says nothing.
    static final Globals DEFAULT =
            new Globals(
                    LocalAddresses.DEFAULT_PREFIX,
                    false,
                    Optional.empty(),
                    Account.ZERO,
                    Optional.empty(),
                    Optional.empty());

    /// @param parallel VMs started at once
    /// @param delay seconds
    record Staggered(int parallel, long delay) {}

    /// @param path empty when the statement was given up before its end
    record Agentx(String context, String path) {}
}
