package vmconf.compiler.export.linux;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;

/// Bridges for systemd-networkd (systemd.netdev(5), systemd.network(5)); they go to
/// `/etc/systemd/network`.
record Networkd(HostNeeds needs) {
    /// Before files that match interfaces of any name.
    static final String PREFIX = "10-vmd-";

    private static final String TAPS =
            """
            # The taps of machines are vmd's own, whatever other files here match.
            [Match]
            Driver=tun

            [Link]
            Unmanaged=yes
            """;

    List<Artifact> files() {
        List<Artifact> files = new ArrayList<>();
        for (HostNeeds.Bridge each : needs.ownBridges()) {
            files.add(new Artifact(PREFIX + each.name() + ".netdev", device(each)));
            files.add(new Artifact(PREFIX + each.name() + ".network", network(each)));
        }
        files.add(new Artifact(PREFIX + "taps.network", TAPS));
        return files;
    }

    private static String device(HostNeeds.Bridge bridge) {
        return """
        # %s
        [NetDev]
        Name=%s
        Kind=bridge

        [Bridge]
        STP=no
        """
                .formatted(OneLine.of(bridge.comment()), bridge.name());
    }

    private static String network(HostNeeds.Bridge bridge) {
        return """
        # %1$s; vmd adds the taps of machines to it.
        # If machines are to reach what a card of the host reaches, /etc/systemd/network/20-uplink.network:
        #     [Match]
        #     Name=eth0
        #     [Network]
        #     Bridge=%2$s
        [Match]
        Name=%2$s

        [Link]
        ActivationPolicy=%3$s
        RequiredForOnline=no

        [Network]
        # The host's own address on it, if it is to have one: Address=192.0.2.1/24
        LinkLocalAddressing=no
        IPv6AcceptRA=no
        ConfigureWithoutCarrier=yes
        """
                .formatted(
                        OneLine.of(bridge.comment()), bridge.name(), bridge.up() ? "up" : "down");
    }
}
