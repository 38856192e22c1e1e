package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.plan.machine.NftTable;

/// A table of the host's packet filter that is ours. It is made with what is first in it, and goes
/// with what is last.
///
record Nft(Commands commands, NftTable table) {
    /// One after the other: what is empty now may be filled by another VM.
    private static final Object TURN = new Object();

    /// Sets of interface names.
    ///
    /// @return elements by set
    Map<String, List<String>> sets() throws NetworkException {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (JsonNode each : objects("set")) {
            List<String> elements = new ArrayList<>();
            each.path("elem").forEach(element -> elements.add(element.asString("")));
            sets.put(each.path("name").asString(""), elements);
        }
        return sets;
    }

    List<String> chains() throws NetworkException {
        return objects("chain").stream().map(each -> each.path("name").asString("")).toList();
    }

    private List<JsonNode> objects(String kind) throws NetworkException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : listed()) {
            if (each.has(kind)) {
                found.add(each.get(kind));
            }
        }
        return found;
    }

    /// Nothing where there is no such table, or no packet filter.
    private List<JsonNode> listed() throws NetworkException {
        String[] words = table.name().split(" ");
        if (!commands.ask(List.of("nft", "list", "tables"))
                .lines()
                .anyMatch(("table " + table.name())::equals)) {
            return List.of();
        }
        try {
            List<JsonNode> nodes = new ArrayList<>();
            new JsonMapper()
                    .readTree(
                            commands.ask(List.of("nft", "-j", "list", "table", words[0], words[1])))
                    .path("nftables")
                    .forEach(nodes::add);
            return nodes;
        } catch (JacksonException e) {
            throw new NetworkException("nft: unexpected answer: " + e.getOriginalMessage());
        }
    }

    void addTo(Collection<String> sets, String tap) throws NetworkException {
        synchronized (TURN) {
            commands.run(table.addTo(sets, tap));
        }
    }

    /// A set that rules of the user's name stays, empty.
    void removeFrom(String set, String tap) throws NetworkException {
        synchronized (TURN) {
            commands.run(table.removeFrom(set, tap));
            if (sets().getOrDefault(set, List.of("unknown")).isEmpty()) {
                try {
                    transact(List.of("delete set %s %s".formatted(table.name(), set)));
                } catch (NetworkException e) {
                    return;
                }
            }
            removeEmpty();
        }
    }

    /// Makes a chain.
    ///
    /// @param filter the command, which makes the table where it is not there
    void filter(List<String> filter) throws NetworkException {
        synchronized (TURN) {
            commands.run(filter);
        }
    }

    /// Idempotent.
    void removeFilter(String tap) throws NetworkException {
        synchronized (TURN) {
            if (chains().contains(tap)) {
                commands.run(table.removeFilter(tap));
                removeEmpty();
            }
        }
    }

    private void removeEmpty() throws NetworkException {
        List<JsonNode> listed = listed();
        boolean empty = listed.stream().allMatch(each -> each.has("metainfo") || each.has("table"));
        if (empty && !listed.isEmpty()) {
            transact(List.of("delete table " + table.name()));
        }
    }

    /// All of them, or none.
    private void transact(List<String> lines) throws NetworkException {
        commands.run(NftTable.transaction(lines));
    }
}
