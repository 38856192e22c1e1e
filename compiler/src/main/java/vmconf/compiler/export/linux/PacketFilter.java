package vmconf.compiler.export.linux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;
import vmconf.plan.LocalNetwork;
import vmconf.plan.machine.TapCommands;

/// Rules for nftables: what `vmd --nat` does, and the groups of interfaces as sets that rules can
/// name. The file can be loaded again and again; what vmd has put into the sets stays.
record PacketFilter(HostNeeds needs) {
    static final String FILE = "vmd.nft";

    /// Any network that vmd draws is in it.
    private static final String ANY_DRAWN = "fd00::/8";

    /// vmd's own table, so that one that has --nat, too, says that the table is there already.
    private static final String NAT = "vmd_nat";

    List<Artifact> files() {
        String text = groups() + translations();
        return text.isEmpty() ? List.of() : List.of(new Artifact(FILE, head() + text));
    }

    private String head() {
        return """
        #!/usr/sbin/nft -f
        # vmd.service loads this before vmd. Where nftables.service loads /etc/nftables.conf, too, add there at the end:
        #     include "/etc/vmd/vmd.nft"
        # "flush ruleset" there takes away what vmd keeps in its tables, such as locked addresses; restart the machines.
        """;
    }

    private String translations() {
        if (!needs.hasLocal()) {
            return "";
        }
        LocalNetwork local = needs.plan().local();
        String text = translation("ip", local.prefix());
        return local.inet6()
                ? text + translation("ip6", local.inet6Prefix().orElse(ANY_DRAWN))
                : text;
    }

    /// Made anew, so that only what is here is in it.
    private static String translation(String family, String network) {
        return """

        # What guests send from local interfaces leaves the host under its own address.
        table %1$s %2$s
        delete table %1$s %2$s
        table %1$s %2$s {
        	chain postrouting {
        		type nat hook postrouting priority srcnat; policy accept;
        		%1$s saddr %3$s %1$s daddr != %3$s masquerade
        	}
        }
        """
                .formatted(family, NAT, network);
    }

    /// Sets by the names that vmd gives them, each with a comment that says for whom.
    private Map<String, String> sets() {
        Map<String, String> sets = new LinkedHashMap<>();
        needs.groups()
                .forEach(
                        (group, place) ->
                                sets.putIfAbsent(
                                        TapCommands.set(group),
                                        "group \"%s\"%s".formatted(group, place)));
        return sets;
    }

    private String groups() {
        Map<String, String> sets = sets();
        if (sets.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n# vmd puts the taps of a group into its set.\n");
        text.append("table inet vmd {\n");
        sets.forEach(
                (set, comment) ->
                        text.append("\t# %s\n".formatted(OneLine.of(comment)))
                                .append("\tset %s {\n\t\ttype ifname\n\t}\n".formatted(set)));
        text.append("\tchain groups {\n");
        text.append("\t\ttype filter hook forward priority filter; policy accept;\n");
        text.append("\t}\n}\nflush chain inet vmd groups\n");
        text.append("table inet vmd {\n\tchain groups {\n");
        text.append(
                "\t\t# Rules about groups go here, for example: iifname @%s drop\n"
                        .formatted(sets.keySet().iterator().next()));
        for (String set : sets.keySet()) {
            text.append("\t\tiifname @%s counter\n\t\toifname @%1$s counter\n".formatted(set));
        }
        return text.append("\t}\n}\n").toString();
    }
}
