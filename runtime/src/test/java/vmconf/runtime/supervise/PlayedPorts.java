package vmconf.runtime.supervise;

import java.time.Duration;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.FakeNetwork;
import vmconf.runtime.network.Network;

/// Ports to a host that is played.
public final class PlayedPorts {
    /// How long a guest may take to power off.
    static final Duration GRACE = Duration.ofMinutes(2);

    private PlayedPorts() {}

    /// Nobody looks at what is behind them.
    public static Ports of() {
        return of(new FakeHypervisor());
    }

    public static Ports of(Hypervisor hypervisor) {
        return of(hypervisor, new FakeNetwork());
    }

    public static Ports of(Log log) {
        return of(new FakeHypervisor(), new FakeNetwork(), new FakeClock(), new FakeLedger(), log);
    }

    public static Ports of(Hypervisor hypervisor, Network network) {
        return of(hypervisor, network, new FakeClock(), new FakeLedger());
    }

    static Ports of(Hypervisor hypervisor, Network network, Clock clock, Ledger ledger) {
        return of(hypervisor, network, clock, ledger, Log.toNowhere());
    }

    private static Ports of(
            Hypervisor hypervisor, Network network, Clock clock, Ledger ledger, Log log) {
        return new Ports(
                hypervisor, network, new Preflight(Samples.FIRMWARE), clock, log, GRACE, ledger);
    }
}
