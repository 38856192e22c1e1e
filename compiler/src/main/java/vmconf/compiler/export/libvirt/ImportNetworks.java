package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Switch;

/// The switches that networks become, and which networks local interfaces stand for.
final class ImportNetworks {
    private final Map<String, Switch> switches = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> locals = new HashSet<>();
    private final Map<String, String> byBridge = new HashMap<>();
    private final Set<String> bridges = new HashSet<>();
    private int next;
    private final ImportNotes notes;
    private LocalNetwork local = LocalNetwork.DEFAULT;

    ImportNetworks(ImportNotes notes) {
        this.notes = notes;
    }

    /// A network that was given.
    void add(XmlElement network) {
        String name = network.textAt("name").orElse("");
        Optional<XmlElement> kept = network.at("metadata/" + Metadata.PREFIX + "switch");
        String mode = network.attributeAt("forward", "mode").orElse("");
        if (mode.equals("nat") || mode.equals("route") || mode.equals("open")) {
            locals.add(name);
            network.at("metadata/" + Metadata.PREFIX + "local").ifPresent(this::local);
            return;
        }
        String called = kept.flatMap(each -> each.attribute("name")).orElse(name);
        names.put(name, called);
        String bridge = network.attributeAt("bridge", "name").orElse("");
        byBridge.putIfAbsent(bridge, called);
        switches.put(
                called,
                new Switch(
                        Optional.empty(),
                        called,
                        true,
                        bridge(bridge, called, network),
                        kept.flatMap(each -> each.attribute("group")),
                        kept.flatMap(each -> each.attribute("rdomain"))
                                .filter(each -> each.matches("[0-9]{1,3}"))
                                .map(Integer::valueOf),
                        kept.map(each -> each.has("locked-lladdr", "yes")).orElse(false),
                        !kept.map(each -> each.has("up", "no")).orElse(false)));
    }

    private void local(XmlElement kept) {
        local =
                new LocalNetwork(
                        kept.attribute("prefix").orElse(local.prefix()),
                        kept.has("inet6", "yes"),
                        kept.attribute("inet6-prefix"));
    }

    /// vm.conf's names of bridges; another one has to be renamed on the host.
    private String bridge(String bridge, String name, XmlElement at) {
        if (bridge.matches("(bridge|veb)[0-9]{1,5}")) {
            bridges.add(bridge);
            return bridge;
        }
        String other = "bridge" + free();
        notes.guessed(
                at,
                "switch \"%s\" gets %s, as %s; make that bridge on the host"
                        .formatted(
                                name,
                                other,
                                bridge.isEmpty()
                                        ? "its network was not given"
                                        : "vm.conf takes no bridge called \"" + bridge + "\""));
        return other;
    }

    /// The next number that no network given so far has.
    private int free() {
        while (bridges.contains("bridge" + next)) {
            next++;
        }
        return next++;
    }

    /// Guests reach what the host reaches, as with libvirt's own network.
    boolean isLocal(String network) {
        return locals.contains(network)
                || (network.equals("default") && !names.containsKey(network));
    }

    /// The switch that a network becomes, which may not have been given.
    String joined(String network, XmlElement nic) {
        return names.computeIfAbsent(network, name -> made(name, "", nic));
    }

    /// The switch that a bridge becomes.
    String bridge(String bridge, XmlElement nic) {
        return byBridge.computeIfAbsent(
                bridge, name -> switches.containsKey(name) ? name : made(name, name, nic));
    }

    private String made(String name, String bridge, XmlElement nic) {
        switches.put(
                name,
                new Switch(
                        Optional.empty(),
                        name,
                        true,
                        bridge(bridge, name, nic),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true));
        return name;
    }

    List<Switch> switches() {
        return new ArrayList<>(switches.values());
    }

    LocalNetwork local() {
        return local;
    }
}
