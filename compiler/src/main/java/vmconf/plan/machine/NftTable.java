package vmconf.plan.machine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Commands for a table of the host's packet filter, nftables. The table is made with what is first
/// in it.
///
/// @param name family and name
public record NftTable(String name) {
    /// Puts an interface into sets.
    public List<String> addTo(Collection<String> sets, String link) {
        List<String> lines = new ArrayList<>();
        lines.add("add table " + name);
        for (String set : sets) {
            lines.add("add set %s %s { type ifname ; }".formatted(name, set));
            lines.add("add element %s %s { \"%s\" }".formatted(name, set, link));
        }
        return transaction(lines);
    }

    /// Makes a chain anew that judges what comes in at an interface, with one rule.
    public List<String> filter(String link, String rule) {
        String chain = name + " " + link;
        return transaction(
                List.of(
                        "add table " + name,
                        "add chain %s { type filter hook ingress device \"%s\" priority 0 ; }"
                                .formatted(chain, link),
                        "flush chain " + chain,
                        "add rule " + chain + " " + rule));
    }

    /// Takes an interface out of a set.
    public List<String> removeFrom(String set, String link) {
        return transaction(List.of("delete element %s %s { \"%s\" }".formatted(name, set, link)));
    }

    /// Removes an interface's chain.
    public List<String> removeFilter(String link) {
        String chain = name + " " + link;
        return transaction(List.of("flush chain " + chain, "delete chain " + chain));
    }

    /// All of the lines, or none.
    public static List<String> transaction(List<String> lines) {
        return List.of("nft", String.join("; ", lines));
    }
}
