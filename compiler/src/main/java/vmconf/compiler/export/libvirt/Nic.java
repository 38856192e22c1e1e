package vmconf.compiler.export.libvirt;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.Interface;
import vmconf.plan.Vm;

/// A network interface of a domain.
///
/// @param index from 0
/// @param order its place in the boot order, if it has one
record Nic(Vm vm, int index, NetworkNames networks, Optional<Xml> order) {

    Xml xml() {
        Interface nic = vm.interfaces().get(index);
        Optional<String> network =
                nic.local().isPresent()
                        ? Optional.of(networks.local())
                        : nic.switchName().flatMap(networks::of);
        Stream<Xml> source =
                network.map(each -> Xml.element("source").with("network", each)).stream();
        return Xml.element("interface")
                .with("type", network.isPresent() ? "network" : "ethernet")
                .add(Xml.element("mac").with("address", nic.lladdr()))
                .add(source)
                .add(tap(nic.tap()))
                .add(Xml.element("model").with("type", "virtio"))
                .add(filter(nic))
                .add(order.stream())
                .add(link(nic))
                .add(isolation(nic));
    }

    /// Only a name with a number is a certain device.
    private static Stream<Xml> tap(String tap) {
        return isNumbered(tap) ? Stream.of(Xml.element("target").with("dev", tap)) : Stream.empty();
    }

    static boolean isNumbered(String tap) {
        return tap.matches("tap[0-9]{1,12}");
    }

    private static Stream<Xml> filter(Interface nic) {
        return nic.lockedLladdr()
                ? Stream.of(Xml.element("filterref").with("filter", "no-mac-spoofing"))
                : Stream.empty();
    }

    private static Stream<Xml> link(Interface nic) {
        return nic.up() ? Stream.empty() : Stream.of(Xml.element("link").with("state", "down"));
    }

    /// Under vmd guests with a local interface reach the host and not each other.
    private static Stream<Xml> isolation(Interface nic) {
        return nic.local().isPresent()
                ? Stream.of(Xml.element("port").with("isolated", "yes"))
                : Stream.empty();
    }
}
