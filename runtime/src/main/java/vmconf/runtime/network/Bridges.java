package vmconf.runtime.network;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.runtime.host.Log;

/// The bridges of switches. Their links are what the switches say; those that are missing are made
/// where vmd was told to, and go when nothing is connected to them any more.
final class Bridges {
    private static final String KIND = "bridge";

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
    Optional<String> refusal(Switch each) {
        if (links.isBridge(each.bridge()) || (create && !links.exists(each.bridge()))) {
            return Optional.empty();
        }
        return Optional.of(links.noBridge(each.bridge(), each.name(), ip(each)));
    }

    private static String ip(Switch each) {
        return domain(each) == 0 ? "ip" : "ip -n " + NetworkNamespaces.name(domain(each));
    }

    /// The routing domain that its bridge is in; 0 is the host's own.
    static int domain(Switch each) {
        return each.rdomain().orElse(0);
    }

    void check(Switch each) throws NetworkException {
        Optional<String> refusal = refusal(each);
        if (refusal.isPresent()) {
            throw new NetworkException(refusal.get());
        }
    }

    /// Makes the bridge where that is to be done, and takes it up or down.
    synchronized void ready(Switch each) throws NetworkException {
        String bridge = each.bridge();
        if (create && !links.exists(bridge)) {
            changes.note(KIND, bridge);
            ip("link", "add", "name", bridge, "type", "bridge");
            String alias = "switch%d-%s".formatted(each.id().orElse(0), each.name());
            ip("link", "set", "dev", bridge, "alias", alias);
        }
        if (links.exists(bridge) && links.isUp(bridge) != each.up()) {
            ip("link", "set", "dev", bridge, each.up() ? "up" : "down");
        }
    }

    /// Readies the bridges of a plan, and removes those made here that it does not name.
    void follow(Plan plan, Log log) {
        for (Switch each : plan.switches()) {
            if (each.enabled() && domain(each) == 0) {
                tried(log, () -> ready(each));
            }
        }
        Set<String> named =
                create
                        ? plan.switches().stream()
                                .filter(each -> each.enabled() && domain(each) == 0)
                                .map(Switch::bridge)
                                .collect(Collectors.toSet())
                        : Set.of();
        tried(log, () -> removeUnused(named));
    }

    /// Removes what was made here and has no ports any more.
    void end(Log log) {
        tried(log, () -> removeUnused(Set.of()));
    }

    private synchronized void removeUnused(Set<String> wanted) throws NetworkException {
        for (String bridge : changes.of(KIND)) {
            if (!links.isBridge(bridge)) {
                changes.forget(KIND, bridge);
            } else if (!wanted.contains(bridge) && links.ports(bridge).isEmpty()) {
                ip("link", "del", "dev", bridge);
                changes.forget(KIND, bridge);
            }
        }
    }

    private interface Step {
        void run() throws NetworkException;
    }

    private static void tried(Log log, Step step) {
        try {
            step.run();
        } catch (NetworkException e) {
            log.warn("switches: " + e.getMessage());
        }
    }

    private void ip(String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList());
    }
}
