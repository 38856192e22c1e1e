package vmconf.compiler.export.libvirt;

import java.util.Optional;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;

/// An interface of a VM from one of a domain.
///
/// @param kept what an export has noted of it
record InterfaceReader(
        XmlElement nic, Optional<XmlElement> kept, ImportNetworks networks, ImportNotes notes) {
    private static final String ANY = "0.0.0.0";

    Interface read() {
        boolean local = isLocal();
        return new Interface(
                tap(),
                lladdr(),
                locked(),
                local ? Optional.empty() : joined(),
                kept.flatMap(each -> each.attribute("group")),
                kept.flatMap(each -> each.attribute("rdomain"))
                        .filter(each -> each.matches("[0-9]{1,3}"))
                        .map(Integer::valueOf),
                !nic.attributeAt("link", "state").filter("down"::equals).isPresent(),
                local ? Optional.of(address()) : Optional.empty());
    }

    /// The addresses follow from the place in the file.
    private static LocalAddress address() {
        return new LocalAddress(ANY, ANY, Optional.empty(), DhcpAnswer.to(ANY, ANY));
    }

    private boolean isLocal() {
        return nic.has("type", "user")
                || nic.attributeAt("source", "network").map(networks::isLocal).orElse(false);
    }

    private Optional<String> joined() {
        Optional<String> network =
                nic.attributeAt("source", "network").map(name -> networks.joined(name, nic));
        Optional<String> bridge =
                nic.attributeAt("source", "bridge").map(name -> networks.bridge(name, nic));
        Optional<String> noted = kept.flatMap(each -> each.attribute("switch"));
        if (network.isEmpty() && bridge.isEmpty() && !nic.has("type", "ethernet")) {
            notes.lost(nic, "what the interface is connected to");
        }
        return noted.or(() -> network).or(() -> bridge);
    }

    /// libvirt names devices vnetN itself; only a tap with a number is somebody's choice.
    private String tap() {
        return kept.flatMap(each -> each.attribute("tap"))
                .or(() -> nic.attributeAt("target", "dev").filter(Nic::isNumbered))
                .orElse("tap");
    }

    private String lladdr() {
        Optional<String> mac = nic.attributeAt("mac", "address").map(String::toLowerCase);
        if (mac.isEmpty() || !mac.get().matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
            mac.ifPresent(_ -> notes.wrong(nic, "a MAC address that cannot be read"));
            return "";
        }
        return mac.get();
    }

    private boolean locked() {
        Optional<String> filter = nic.attributeAt("filterref", "filter");
        boolean locked = filter.filter("no-mac-spoofing"::equals).isPresent();
        if (filter.isPresent() && !locked) {
            notes.lost(nic, "the filter \"" + filter.get() + "\"");
        }
        return locked;
    }
}
