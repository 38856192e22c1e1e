package vmconf.compiler.export.libvirt;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.BootDevice;

/// What a domain boots from first.
final class BootOrder {
    private static final Map<String, BootDevice> WORDS =
            Map.of(
                    "hd", BootDevice.DISK,
                    "cdrom", BootDevice.CDROM,
                    "network", BootDevice.NET);

    private BootOrder() {}

    private record Place(int order, BootDevice device) {}

    /// By the devices, or else by the list of their kinds.
    static Optional<BootDevice> first(XmlElement domain) {
        Optional<BootDevice> byDevice =
                domain.at("devices").stream()
                        .flatMap(each -> each.children().stream())
                        .flatMap(BootOrder::place)
                        .min(Comparator.comparingInt(Place::order))
                        .map(Place::device);
        return byDevice.or(
                () ->
                        domain.attributeAt("os/boot", "dev")
                                .flatMap(word -> Optional.ofNullable(WORDS.get(word))));
    }

    private static Stream<Place> place(XmlElement device) {
        Optional<String> order =
                device.attributeAt("boot", "order").filter(each -> each.matches("[0-9]{1,4}"));
        BootDevice kind =
                device.name().equals("interface")
                        ? BootDevice.NET
                        : device.has("device", "cdrom") ? BootDevice.CDROM : BootDevice.DISK;
        return order.map(each -> new Place(Integer.parseInt(each), kind)).stream();
    }
}
