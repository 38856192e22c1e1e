package vmconf.plan.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import vmconf.plan.Interface;

/// The commands that make of a tap what the host's end of an interface is to be; each is an
/// argument vector (`vmd-runtime` section 11).
///
/// @param tap name of the device
public record TapCommands(String tap) {
    /// The packet filter's table that has a set of interfaces for each group.
    public static final NftTable GROUPS = new NftTable("inet vmd");

    /// The packet filter's table that has a chain for each tap which is locked on its own.
    public static final NftTable LOCKS = new NftTable("netdev vmd");

    private static final String SET = "group_";

    /// Numbers of groups that nobody has given one begin here.
    private static final long FIRST_GROUP = 1_000_000;

    private static final long GROUP_NUMBERS = 1_000_000_000;

    /// Everything for one that is not there yet, in order.
    ///
    /// @param alias what it is called on the host
    /// @param bridge that it is to be a port of
    /// @param groups of links that it is to be in; the first one is the link's own
    public List<List<String>> all(
            String alias, Interface link, Optional<String> bridge, List<String> groups) {
        List<List<String>> all = new ArrayList<>(List.of(make(), name(alias)));
        bridge.ifPresent(each -> all.add(join(each)));
        if (link.lockedLladdr()) {
            all.addAll(bridge.isPresent() ? lockPort(link.lladdr()) : List.of(lock(link.lladdr())));
        }
        if (!groups.isEmpty()) {
            all.add(group(Long.toString(number(groups.getFirst()))));
            all.add(join(groups));
        }
        all.add(state(link.up()));
        return all;
    }

    /// Undoes all of that.
    public List<List<String>> undone(Interface link, Optional<String> bridge, List<String> groups) {
        List<List<String>> all = new ArrayList<>();
        sets(groups).forEach(each -> all.add(GROUPS.removeFrom(each, tap)));
        if (link.lockedLladdr() && bridge.isEmpty()) {
            all.add(LOCKS.removeFilter(tap));
        }
        all.add(remove());
        return all;
    }

    /// Makes it.
    public List<String> make() {
        return List.of("ip", "tuntap", "add", "dev", tap, "mode", "tap");
    }

    /// Takes it away.
    public List<String> remove() {
        return List.of("ip", "tuntap", "del", "dev", tap, "mode", "tap");
    }

    /// Says whose it is.
    public List<String> name(String alias) {
        return set("alias", alias);
    }

    /// Makes it a port of a bridge.
    public List<String> join(String bridge) {
        return set("master", bridge);
    }

    /// A port of a bridge that takes frames from one MAC address only: it learns nothing, and is
    /// not flooded with frames for addresses that nobody knows.
    public List<List<String>> lockPort(String mac) {
        return List.of(
                port("off", "on", "off"),
                List.of("bridge", "fdb", "replace", mac, "dev", tap, "master", "static"));
    }

    /// The opposite.
    public List<List<String>> unlockPort() {
        return List.of(
                port("on", "off", "on"),
                List.of("bridge", "fdb", "flush", "dev", tap, "master", "static"));
    }

    private List<String> port(String learning, String locked, String flood) {
        return List.of(
                "bridge",
                "link",
                "set",
                "dev",
                tap,
                "learning",
                learning,
                "locked",
                locked,
                "flood",
                flood);
    }

    /// Drops what comes from another MAC address, where it is no port of a bridge.
    public List<String> lock(String mac) {
        return LOCKS.filter(tap, "ether saddr != %s drop".formatted(mac));
    }

    /// Puts it into a group of links, by name or number.
    public List<String> group(String group) {
        return set("group", group);
    }

    /// Puts it into the sets of groups that rules of the packet filter name.
    public List<String> join(Collection<String> groups) {
        return GROUPS.addTo(sets(groups), tap);
    }

    /// Sets for groups, in the same order.
    public static Set<String> sets(Collection<String> groups) {
        return groups.stream()
                .map(TapCommands::set)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The set of a group. Groups whose names differ in odd characters only share one.
    public static String set(String group) {
        return SET + group.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    /// The number of a group to which nobody has given one.
    public static long number(String group) {
        CRC32 sum = new CRC32();
        sum.update(group.getBytes(StandardCharsets.UTF_8));
        return FIRST_GROUP + sum.getValue() % GROUP_NUMBERS;
    }

    /// Sets it up or down.
    public List<String> state(boolean up) {
        return List.of("ip", "link", "set", "dev", tap, up ? "up" : "down");
    }

    private List<String> set(String attribute, String value) {
        return List.of("ip", "link", "set", "dev", tap, attribute, value);
    }
}
