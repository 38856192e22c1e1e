package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.plan.Switch;

/// The bridges of switches. Their links are what the switches say; those that are missing are made
/// where vmd was told to, and go when nothing is connected to them any more. A bridge that was put
/// into the device of a routing domain leaves it in the same way.
final class Bridges {
    private static final String KIND = "bridge";
    private static final String INSIDE = "inside";

    private final Commands commands;
    private final Links links;
    private final HostChanges changes;
    private final boolean create;

    /// @param create whether missing ones are made
    Bridges(Commands commands, Links links, HostChanges changes, boolean create) {
        this.commands = commands;
        this.links = links;
        this.changes = changes;
        this.create = create;
    }

    /// The same bridges on a host where only notes are taken.
    Bridges on(Commands other, Links imagined) {
        return new Bridges(other, imagined, new HostChanges(HostNotes.NOWHERE), create);
    }

    /// The same for routing domains, whose bridges go with them.
    Bridges ofDomains() {
        return on(commands, links);
    }

    /// Why a switch cannot be joined; absent when it can.
    ///
    /// @param device of the switch's routing domain
    /// @param ip the command where its bridge is
    Optional<String> refusal(Switch each, Optional<String> device, String ip) {
        Optional<String> taken = taken(each, device);
        if (taken.isPresent()) {
            return taken;
        }
        if (links.isBridge(each.bridge()) || (create && !links.exists(each.bridge()))) {
            return Optional.empty();
        }
        return Optional.of(links.noBridge(each.bridge(), each.name(), ip));
    }

    /// What somebody else has put into a device of his stays there.
    private Optional<String> taken(Switch each, Optional<String> device) {
        return links.master(each.bridge())
                .filter(found -> device.isPresent() && !found.startsWith(Domains.NAME))
                .map(
                        found ->
                                "bridge \"%1$s\" of switch \"%2$s\" is in \"%3$s\", not in %4$s; take it out with: ip link set dev %1$s nomaster"
                                        .formatted(
                                                each.bridge(), each.name(), found, device.get()));
    }

    /// The routing domain that its bridge is in; 0 is the host's own.
    static int domain(Switch each) {
        return each.rdomain().orElse(0);
    }

    /// Makes the bridge where that is to be done, puts it into its routing domain, and takes it up
    /// or down.
    ///
    /// @param device of the domain; absent: it is there by itself
    synchronized void ready(Switch each, Optional<String> device) throws NetworkException {
        String bridge = each.bridge();
        if (create && !links.exists(bridge)) {
            changes.note(KIND, bridge);
            ip("link", "add", "name", bridge, "type", "bridge");
            String alias = "switch%d-%s".formatted(each.id().orElse(0), each.name());
            ip("link", "set", "dev", bridge, "alias", alias);
        }
        if (links.exists(bridge)) {
            place(each, device);
            if (links.isUp(bridge) != each.up()) {
                ip("link", "set", "dev", bridge, each.up() ? "up" : "down");
            }
        }
    }

    private void place(Switch each, Optional<String> device) throws NetworkException {
        String bridge = each.bridge();
        Optional<String> taken = taken(each, device);
        if (taken.isPresent()) {
            throw new NetworkException(taken.get());
        }
        if (device.isEmpty()) {
            leave(bridge);
        } else if (!links.master(bridge).equals(device)) {
            changes.note(INSIDE, bridge);
            ip("link", "set", "dev", bridge, "master", device.get());
        }
    }

    private void leave(String bridge) throws NetworkException {
        if (changes.of(INSIDE).contains(bridge)) {
            if (links.master(bridge).filter(each -> each.startsWith(Domains.NAME)).isPresent()) {
                ip("link", "set", "dev", bridge, "nomaster");
            }
            changes.forget(INSIDE, bridge);
        }
    }

    /// Undoes what was done here with bridges that have no ports any more and are not among these.
    synchronized void keepOnly(Set<String> wanted) throws NetworkException {
        for (String bridge : unwanted(KIND, create ? wanted : Set.of())) {
            if (links.isBridge(bridge)) {
                ip("link", "del", "dev", bridge);
            }
            changes.forget(KIND, bridge);
        }
        for (String bridge : unwanted(INSIDE, wanted)) {
            leave(bridge);
        }
    }

    private List<String> unwanted(String kind, Set<String> wanted) throws NetworkException {
        return changes.of(kind).stream()
                .filter(each -> !links.isBridge(each) || !wanted.contains(each))
                .filter(each -> links.ports(each).isEmpty())
                .toList();
    }

    private void ip(String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList());
    }
}
