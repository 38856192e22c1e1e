package vmconf.compiler.export.pacemaker;

import vmconf.compiler.export.OneLine;
import vmconf.plan.Plan;

/// The script that makes a node ready.
final class NodeScript {
    private NodeScript() {}

    static String of(String file, Plan plan) {
        return """
                #!/bin/sh
                # Makes this node ready for the machines of %1$s: networks, domains, and the memory that it has
                # for them. On every node, and again after each export.
                # MEMORY=MIB names that memory, instead of all but 1024 MiB.
                set -u
                cd "$(dirname "$0")" || exit 2
                sh preflight.sh || exit 1
                sh networks.sh || exit 1
                mkdir -p %2$s || exit 2
                for each in %3$s; do
                    cp "domain-$each.xml" %2$s/ || exit 2
                done
                room=${MEMORY:-$(awk '/^MemTotal:/ { print int($2 / 1024) - 1024 }' /proc/meminfo)}
                # A node without this has no room for any machine.
                crm_attribute -N "$(crm_node -n)" -z -n host_memory -v "$room" || exit 2
                """
                .formatted(OneLine.of(file), Machine.FOLDER, Machine.names(plan));
    }
}
