package vmconf.compiler.export.linux;

import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;

/// A unit that makes the network namespaces of routing domains, and the bridges in them. vmd cannot
/// make any that others see, as a service has a view of the file system of its own.
final class DomainsUnit {
    static final String FILE = "vmd-rdomains.service";

    private DomainsUnit() {}

    static List<Artifact> files(HostNeeds needs) {
        if (needs.domains().isEmpty()) {
            return List.of();
        }
        StringBuilder text =
                new StringBuilder(
                        """
                        # The routing domains of vmd --rdomain=netns. They stay when this unit stops, with whatever runs in them.
                        # A card of the host is brought into one by: ip link set dev eth1 netns vmd-rdomainN
                        [Unit]
                        Description=Routing domains of virtual machines
                        Before=vmd.service

                        [Service]
                        Type=oneshot
                        RemainAfterExit=yes
                        """);
        for (int each : needs.domains()) {
            text.append("ExecStart=-ip netns add vmd-rdomain%d%n".formatted(each));
            text.append("ExecStart=ip -n vmd-rdomain%d link set dev lo up%n".formatted(each));
        }
        needs.bridges().stream()
                .filter(each -> each.domain() != 0)
                .forEach(each -> text.append(bridge(each)));
        return List.of(new Artifact(FILE, text.toString()));
    }

    private static String bridge(HostNeeds.Bridge bridge) {
        return """
        # %1$s
        ExecStart=-ip -n vmd-rdomain%2$d link add name %3$s type bridge
        ExecStart=ip -n vmd-rdomain%2$d link set dev %3$s %4$s
        """
                .formatted(
                        OneLine.of(bridge.comment()),
                        bridge.domain(),
                        bridge.name(),
                        bridge.up() ? "up" : "down");
    }
}
