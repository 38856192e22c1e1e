package vmconf.compiler.export.libvirt;

import java.util.Collection;
import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.StartOrder;
import vmconf.plan.Plan;

/// The scripts that define and start what is exported. Names in them are those of files, which a
/// shell takes as they are.
final class Scripts {
    private static final String HEAD =
            """
            set -u
            cd "$(dirname "$0")" || exit 2
            virsh=${VIRSH:-virsh -c qemu:///system}
            failed=0
            """;

    private static final String NETWORK =
            """

            network() {
                $virsh net-define "network-$1.xml" || { failed=1; return; }
                $virsh net-autostart "$1" || failed=1
                $virsh net-list --name | grep -qxF -e "$1" || $virsh net-start "$1" || failed=1
            }

            """;

    private static final String MACHINE =
            """
            machine() {
                $virsh define --validate "domain-$1.xml" || failed=1
            }

            """;

    private Scripts() {}

    /// Defines everything, anew where it is defined already.
    static String define(String file, Plan plan, Collection<String> networks) {
        StringBuilder text = head(file, "Defines the networks and machines of");
        text.append(NETWORK).append(MACHINE);
        networks.forEach(each -> text.append("network ").append(each).append('\n'));
        plan.vms().forEach(each -> text.append("machine ").append(each.name()).append('\n'));
        return text.append("exit $failed\n").toString();
    }

    /// Defines and starts the networks.
    static String networks(String file, Collection<String> networks) {
        StringBuilder text = head(file, "Defines and starts the networks of").append(NETWORK);
        networks.forEach(each -> text.append("network ").append(each).append('\n'));
        return text.append("exit $failed\n").toString();
    }

    /// Starts the machines that vmd would start, in its order and at its pace.
    static String start(String file, Plan plan) {
        StringBuilder text = head(file, "Starts the machines, in the order and at the pace of");
        text.append(StartOrder.of(plan, "$virsh start"));
        return text.append("exit $failed\n").toString();
    }

    private static StringBuilder head(String file, String what) {
        String name = OneLine.of(file);
        return new StringBuilder("#!/bin/sh\n# %s %s.\n".formatted(what, name)).append(HEAD);
    }
}
