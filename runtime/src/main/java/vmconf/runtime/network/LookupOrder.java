package vmconf.runtime.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// In which order the kernel looks up addresses: at first its own, those of domain 0, so that they
/// answer guests of every VRF. While vmd has made VRFs, their tables come before.
///
/// Rules that somebody else has put before those of the host's own addresses are left alone.
final class LookupOrder {
    private static final String KIND = "rules";
    private static final String INET = "-4";
    private static final String INET6 = "-6";
    private static final List<String> OWN = List.of("pref", "0", "lookup", "local");
    private static final List<String> OWN_LATER = List.of("pref", "1", "lookup", "local");
    private static final List<String> VRFS = List.of("pref", "0", "l3mdev");

    private final Commands commands;
    private final HostChanges changes;
    private final Sysctl sysctl;
    private final Set<String> done = new HashSet<>();

    LookupOrder(Commands commands, HostChanges changes, Sysctl sysctl) {
        this.commands = commands;
        this.changes = changes;
        this.sysctl = sysctl;
    }

    LookupOrder on(Commands other, HostChanges noted) {
        return new LookupOrder(other, noted, sysctl);
    }

    /// What `ip` calls the protocols that the kernel has.
    List<String> families() {
        return sysctl.has("net.ipv6") ? List.of(INET, INET6) : List.of(INET);
    }

    /// Idempotent; at no moment there is no rule for the host's own addresses.
    void domainsFirst() throws NetworkException {
        for (String family : families()) {
            if (done.add(family) && has(family, OWN)) {
                changes.note(KIND, family);
                add(family, VRFS);
                add(family, OWN_LATER);
                remove(family, OWN);
            }
        }
    }

    /// Undoes that, also half of it.
    void asBefore() throws NetworkException {
        for (String family : changes.of(KIND)) {
            add(family, OWN);
            remove(family, OWN_LATER);
            remove(family, VRFS);
            changes.forget(KIND, family);
        }
        done.clear();
    }

    private void add(String family, List<String> rule) throws NetworkException {
        if (!has(family, rule)) {
            change(family, "add", rule);
        }
    }

    private void remove(String family, List<String> rule) throws NetworkException {
        if (has(family, rule)) {
            change(family, "del", rule);
        }
    }

    private void change(String family, String verb, List<String> rule) throws NetworkException {
        commands.run(Stream.concat(Stream.of("ip", family, "rule", verb), rule.stream()).toList());
    }

    private boolean has(String family, List<String> rule) throws NetworkException {
        String table = rule.equals(VRFS) ? "[l3mdev-table]" : rule.getLast();
        String line = "%s:\tfrom all lookup %s".formatted(rule.get(1), table);
        return commands.ask(List.of("ip", family, "rule", "show"))
                .lines()
                .anyMatch(each -> each.strip().equals(line));
    }
}
