package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;

/// An interface of a VM.
///
/// @param nets what it joins: nothing, a switch, the local network, or these two
record Link(Interface nic, List<Net> nets) {
    /// The name of an interface that may use any tap.
    private static final String ANY_TAP = "tap";

    Link {
        nets = List.copyOf(nets);
    }

    /// What it joins, in a word or two.
    String to() {
        if (!nets.isEmpty()) {
            return nets.stream()
                    .map(net -> net instanceof Net.Local ? "local" : net.name())
                    .collect(Collectors.joining(" + "));
        }
        return nic.switchName().map(name -> "no switch \"" + name + "\"").orElse("no switch");
    }

    /// What is particular about it, the guest's address first: what the switch says of all its
    /// members is left out.
    List<String> facts() {
        Optional<Net.Bridge> joined =
                nets.stream()
                        .filter(Net.Bridge.class::isInstance)
                        .map(Net.Bridge.class::cast)
                        .findFirst();
        List<String> facts = new ArrayList<>();
        nic.local().map(LocalAddress::guest).ifPresent(facts::add);
        if (!nic.tap().equals(ANY_TAP)) {
            facts.add(nic.tap());
        }
        nic.group()
                .filter(group -> !joined.flatMap(net -> net.plan().group()).equals(nic.group()))
                .ifPresent(group -> facts.add("group " + group));
        nic.rdomain()
                .filter(id -> !joined.flatMap(net -> net.plan().rdomain()).equals(nic.rdomain()))
                .ifPresent(id -> facts.add("rdomain " + id));
        if (nic.lockedLladdr() && !joined.map(net -> net.plan().lockedLladdr()).orElse(false)) {
            facts.add("locked lladdr");
        }
        if (!nic.up()) {
            facts.add("down");
        }
        return facts;
    }
}
