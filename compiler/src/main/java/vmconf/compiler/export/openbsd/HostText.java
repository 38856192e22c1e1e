package vmconf.compiler.export.openbsd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Places;
import vmconf.plan.Plan;
import vmconf.plan.Switch;

/// What of an OpenBSD host belongs to the machines: its bridges, forwarding, NAT, and the start of
/// vmd.
record HostText(Plan plan) {

    List<Artifact> files() {
        Map<String, Artifact> bridges = new LinkedHashMap<>();
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            if (each.enabled()) {
                bridges.putIfAbsent(each.bridge(), bridge(each, "/switches/" + i));
            }
        }
        Stream<Artifact> local =
                hasLocal() ? Stream.of(filter(), forwarding()) : Stream.<Artifact>of();
        return Stream.of(bridges.values().stream(), local, Stream.of(services(bridges)))
                .flatMap(each -> each)
                .toList();
    }

    private boolean hasLocal() {
        return plan.vms().stream()
                .flatMap(vm -> vm.interfaces().stream())
                .anyMatch(each -> each.local().isPresent());
    }

    /// hostname.if(5). What else is in the bridge is not known.
    private Artifact bridge(Switch each, String pointer) {
        StringBuilder text = new StringBuilder();
        text.append("# The bridge of a switch").append(Places.comment(plan, pointer));
        text.append(".\n# Add the host's own interface here, if it belongs to it: add em0\n");
        each.rdomain().ifPresent(number -> text.append("rdomain ").append(number).append('\n'));
        text.append(each.up() ? "up\n" : "down\n");
        return new Artifact("hostname." + each.bridge(), text.toString());
    }

    private Artifact filter() {
        String prefix = plan.local().prefix();
        return new Artifact(
                "pf.conf.vm",
                """
                # Local interfaces reach what the host reaches. In /etc/pf.conf: include "/etc/pf.conf.vm"
                match out on egress inet from %1$s to any nat-to (egress)
                # The guests' name server is the host; without one there, lead them to another:
                # pass in proto { udp tcp } from %1$s to any port domain rdr-to 192.0.2.53 port domain
                """
                        .formatted(prefix));
    }

    private Artifact forwarding() {
        String inet6 = plan.local().inet6() ? "net.inet6.ip6.forwarding=1\n" : "";
        return new Artifact("sysctl.conf.vm", "net.inet.ip.forwarding=1\n" + inet6);
    }

    /// Commands to look at; each can be given twice.
    private Artifact services(Map<String, Artifact> bridges) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n# As root, on the host.\nset -e\n");
        text.append("cd \"$(dirname \"$0\")\"\n");
        bridges.forEach(
                (name, file) ->
                        text.append(
                                        "[ -e /etc/%2$s ] || install -m 640 %2$s /etc/%2$s%n"
                                                .formatted(name, file.name()))
                                .append("sh /etc/netstart ")
                                .append(name)
                                .append('\n'));
        if (hasLocal()) {
            text.append("install -m 600 pf.conf.vm /etc/pf.conf.vm\n");
            text.append("while read -r line; do\n");
            text.append("    sysctl \"$line\"\n");
            text.append(
                    "    grep -qxF \"$line\" /etc/sysctl.conf || echo \"$line\" >> /etc/sysctl.conf\n");
            text.append("done < sysctl.conf.vm\n");
            text.append("grep -qF /etc/pf.conf.vm /etc/pf.conf || echo 'add to /etc/pf.conf: ");
            text.append("include \"/etc/pf.conf.vm\"'\n");
        }
        text.append("vmd -n -f vm.conf\ninstall -m 644 vm.conf /etc/vm.conf\n");
        text.append("rcctl enable vmd\nrcctl restart vmd\n");
        return new Artifact("setup.sh", text.toString());
    }
}
