package vmconf.runtime.supervise;

import java.time.Duration;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.Network;

/// What supervisors work with.
///
/// @param grace how long a guest may take to power off when asked
/// @param ledger for the daemon after this one
/// @param chronicle is told what happens
public record Ports(
        Hypervisor hypervisor,
        Network network,
        Preflight preflight,
        Clock clock,
        Log log,
        Duration grace,
        Ledger ledger,
        Chronicle chronicle) {

    public Ports(
            Hypervisor hypervisor,
            Network network,
            Preflight preflight,
            Clock clock,
            Log log,
            Duration grace,
            Ledger ledger) {
        this(hypervisor, network, preflight, clock, log, grace, ledger, new Chronicle(clock, log));
    }
}
