package vmconf.compiler.export.linux;

import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;

/// Bridges for ifupdown (interfaces(5)), without the package bridge-utils; the file goes to
/// `/etc/network/interfaces.d`.
final class Ifupdown {
    static final String FILE = "vmd-interfaces";

    private Ifupdown() {}

    static List<Artifact> files(HostNeeds needs) {
        List<HostNeeds.Bridge> bridges = needs.ownBridges();
        if (bridges.isEmpty()) {
            return List.of();
        }
        StringBuilder text =
                new StringBuilder(
                        """
                        # Bridges of vmd's switches. vmd adds the taps of machines, which ifdown leaves where they are.
                        # If machines are to reach what a card of the host reaches, a line in its bridge's stanza:
                        #     up ip link set dev eth0 up master bridge0
                        # The host's own address there takes "inet static" and "address 192.0.2.1/24".
                        """);
        bridges.forEach(each -> text.append(stanza(each)));
        return List.of(new Artifact(FILE, text.toString()));
    }

    private static String stanza(HostNeeds.Bridge bridge) {
        return """

        # %1$s
        auto %2$s
        iface %2$s inet manual
        	pre-up ip link show dev %2$s > /dev/null 2>&1 || ip link add name %2$s type bridge
        	up ip link set dev %2$s %3$s
        	down ip link set dev %2$s down
        """
                .formatted(
                        OneLine.of(bridge.comment()), bridge.name(), bridge.up() ? "up" : "down");
    }
}
