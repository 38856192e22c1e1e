package vmconf.compiler.export.linux;

import java.util.List;
import vmconf.compiler.export.Artifact;

/// Settings of the kernel (sysctl.d(5)).
final class Kernel {
    static final String FILE = "vmd-sysctl.conf";

    private Kernel() {}

    static List<Artifact> files(HostNeeds needs) {
        if (!needs.hasLocal()) {
            return List.of();
        }
        StringBuilder text =
                new StringBuilder(
                        """
                        # Local interfaces reach what the host reaches.
                        net.ipv4.ip_forward = 1
                        """);
        if (needs.plan().local().inet6()) {
            text.append(
                    """
                    # A host that forwards takes its own IPv6 address from no router any more; where it should, for its card:
                    # net.ipv6.conf.eth0.accept_ra = 2
                    net.ipv6.conf.all.forwarding = 1
                    """);
        }
        return List.of(new Artifact(FILE, text.toString()));
    }
}
