package vmconf.compiler.export.libvirt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.export.Places;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Switch;

/// The networks that the domains of a plan join.
record Networks(Plan plan, NetworkNames names) {

    /// By name, in the order of the file; that of local interfaces comes last, if there are any.
    Map<String, Xml> all() {
        Map<String, Xml> all = new LinkedHashMap<>();
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            if (each.enabled()) {
                all.putIfAbsent(name(each), bridged(each, "/switches/" + i));
            }
        }
        if (locals().findAny().isPresent()) {
            all.put(names.local(), local());
        }
        return all;
    }

    private String name(Switch each) {
        return names.of(each.name()).orElseThrow();
    }

    /// The bridge is the host's, as it is under vmd.
    private Xml bridged(Switch each, String pointer) {
        return network(name(each))
                .add(Metadata.of(each))
                .add(Xml.element("forward").with("mode", "bridge"))
                .add(Xml.element("bridge").with("name", each.bridge()))
                .commented("switch \"" + each.name() + "\"" + Places.comment(plan, pointer));
    }

    private static Xml network(String name) {
        return Xml.element(
                "network", Xml.text("name", name), Xml.text("uuid", Uuids.ofNetwork(name)));
    }

    private Stream<Interface> locals() {
        return plan.vms().stream()
                .flatMap(vm -> vm.interfaces().stream())
                .filter(each -> each.local().isPresent());
    }

    private Xml local() {
        LocalRange range = LocalRange.of(plan.local().prefix());
        Xml dhcp = Xml.element("dhcp").add(locals().map(Networks::host));
        return network(names.local())
                .add(Metadata.local(plan))
                .add(Xml.element("forward").with("mode", "nat"))
                .add(
                        Xml.element("ip", dhcp)
                                .with("address", range.gateway())
                                .with("prefix", Integer.toString(range.length())))
                .commented("the local interfaces" + Places.comment(plan, "/local/prefix"));
    }

    private static Xml host(Interface nic) {
        LocalAddress local = nic.local().orElseThrow();
        DhcpAnswer dhcp = local.dhcp();
        return Xml.element("host")
                .with("mac", nic.lladdr())
                .with("name", dhcp.hostName())
                .with("ip", local.guest());
    }
}
