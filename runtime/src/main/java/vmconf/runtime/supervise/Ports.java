package vmconf.runtime.supervise;

import java.time.Duration;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.Network;

/// What supervisors work with.
///
/// @param grace how long a guest may take to power off when asked
/// @param ledger for the daemon after this one
public record Ports(
        Hypervisor hypervisor,
        Network network,
        Preflight preflight,
        Clock clock,
        Log log,
        Duration grace,
        Ledger ledger) {}
