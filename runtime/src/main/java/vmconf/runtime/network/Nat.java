package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Plan;
import vmconf.runtime.host.Log;

/// `vmd --nat`: what guests send from local interfaces leaves the host under the host's address. It
/// takes a table `vmd_nat` of the packet filter and the kernel's forwarding, and both are as they
/// were afterwards.
final class Nat {
    static final String TABLE = "vmd_nat";
    private static final String TABLES = "nat";
    private static final String SYSCTL = "sysctl";
    private static final String FORWARD = "net.ipv4.ip_forward";
    private static final String FORWARD6 = "net.ipv6.conf.all.forwarding";
    private static final String ON = "1";

    private final Commands commands;
    private final Sysctl sysctl;
    private final HostChanges changes;
    private final Optional<NetworkOptions.NatOption> option;

    Nat(
            Commands commands,
            Sysctl sysctl,
            HostChanges changes,
            Optional<NetworkOptions.NatOption> option) {
        this.commands = commands;
        this.sysctl = sysctl;
        this.changes = changes;
        this.option = option;
    }

    /// Brings everything to what a plan needs; also what a daemon left that was killed.
    void follow(Plan plan, Log log) {
        try {
            if (option.isEmpty()) {
                undo();
                return;
            }
            LocalNetwork local = plan.local();
            translate("ip", local.prefix());
            forward(FORWARD);
            if (local.inet6Prefix().isPresent()) {
                translate("ip6", local.inet6Prefix().get());
                forward(FORWARD6);
            } else {
                remove("ip6");
                restore(FORWARD6);
            }
        } catch (NetworkException e) {
            log.warn("nat: " + e.getMessage());
        }
    }

    /// Gives everything back, unless guests that run on need it.
    void end(boolean guestsStay, Log log) {
        if (!guestsStay) {
            try {
                undo();
            } catch (NetworkException e) {
                log.warn("nat: " + e.getMessage());
            }
        }
    }

    private void undo() throws NetworkException {
        for (String family : changes.of(TABLES)) {
            remove(family);
        }
        for (String each : changes.of(SYSCTL)) {
            restore(each.substring(0, each.indexOf(' ')));
        }
    }

    /// Why this host cannot do it; absent when it can.
    Optional<String> refusal(Links links) {
        if (option.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> by = option.get().by();
        if (by.isPresent() && !links.exists(by.get())) {
            return Optional.of("interface %s does not exist".formatted(by.get()));
        }
        try {
            List<String> tables = commands.ask(List.of("nft", "list", "tables")).lines().toList();
            for (String family : List.of("ip", "ip6")) {
                String table = "%s %s".formatted(family, TABLE);
                if (tables.contains("table " + table) && !changes.of(TABLES).contains(family)) {
                    return Optional.of(
                            "table %1$s exists and is not this vmd's; remove it with: nft delete table %1$s"
                                    .formatted(table));
                }
            }
            return Optional.empty();
        } catch (NetworkException e) {
            return Optional.of(e.getMessage());
        }
    }

    /// What of it is not as it should be.
    List<String> missing(Plan plan) throws NetworkException {
        List<String> missing = new ArrayList<>();
        if (option.isPresent()) {
            boolean inet6 = plan.local().inet6Prefix().isPresent();
            List<String> tables = commands.ask(List.of("nft", "list", "tables")).lines().toList();
            for (String family : inet6 ? List.of("ip", "ip6") : List.of("ip")) {
                if (!tables.contains("table %s %s".formatted(family, TABLE))) {
                    missing.add("table %s %s is gone".formatted(family, TABLE));
                }
            }
            for (String key : inet6 ? List.of(FORWARD, FORWARD6) : List.of(FORWARD)) {
                if (!sysctl.get(key).equals(ON)) {
                    missing.add("%s is %s".formatted(key, sysctl.get(key)));
                }
            }
        }
        return missing;
    }

    private void translate(String family, String network) throws NetworkException {
        changes.note(TABLES, family);
        String table = family + " " + TABLE;
        String by =
                option.flatMap(NetworkOptions.NatOption::by)
                        .map(each -> "oifname \"" + each + "\" ")
                        .orElse("");
        nft(
                "add table " + table,
                "delete table " + table,
                "add table " + table,
                "add chain %s postrouting { type nat hook postrouting priority 100 ; }"
                        .formatted(table),
                "add rule %1$s postrouting %2$s saddr %3$s %2$s daddr != %3$s %4$smasquerade"
                        .formatted(table, family, network, by));
    }

    /// Idempotent.
    private void remove(String family) throws NetworkException {
        if (changes.of(TABLES).contains(family)) {
            String table = family + " " + TABLE;
            nft("add table " + table, "delete table " + table);
            changes.forget(TABLES, family);
        }
    }

    private void forward(String key) throws NetworkException {
        String found = sysctl.get(key);
        if (!found.equals(ON)) {
            if (noted(key).isEmpty()) {
                changes.note(SYSCTL, key + " " + found);
            }
            sysctl.set(key, ON);
        }
    }

    /// What somebody else has set meanwhile stays.
    private void restore(String key) throws NetworkException {
        Optional<String> noted = noted(key);
        if (noted.isPresent()) {
            if (sysctl.get(key).equals(ON)) {
                sysctl.set(key, noted.get());
            }
            changes.forget(SYSCTL, key + " " + noted.get());
        }
    }

    /// What it was before it was changed here.
    private Optional<String> noted(String key) throws NetworkException {
        return changes.of(SYSCTL).stream()
                .filter(each -> each.startsWith(key + " "))
                .map(each -> each.substring(key.length() + 1))
                .findFirst();
    }

    /// All of it, or nothing.
    private void nft(String... lines) throws NetworkException {
        commands.run(List.of("nft", String.join("; ", lines)));
    }
}
