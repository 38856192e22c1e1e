package vmconf.grammar.schema;

import static vmconf.grammar.schema.Nodes.fail;
import static vmconf.grammar.schema.Nodes.oneOf;
import static vmconf.grammar.schema.Nodes.onlyKeys;
import static vmconf.grammar.schema.Nodes.required;
import static vmconf.grammar.schema.Nodes.requiredText;
import static vmconf.grammar.schema.Nodes.text;
import static vmconf.grammar.schema.Nodes.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the parts of the schema that speak of releases.
final class HistoryReader {
    /// Instead of a first release: only our own runtime has it.
    private static final String NATIVE = "native";

    private static final Set<String> FEATURE_KEYS =
            Set.of(
                    "name",
                    "what",
                    "of",
                    "keywords",
                    "since",
                    "until",
                    "sure",
                    "instead",
                    "before",
                    "doc");
    private static final Set<String> LIMIT_KEYS =
            Set.of("name", "what", "unit", "of", "most", "sure", "doc");

    private final List<String> releases;

    /// @param releases as written; they must be in the order of their numbers
    HistoryReader(List<String> releases) {
        this.releases = releases;
        for (int i = 1; i < releases.size(); i++) {
            if (number(releases.get(i - 1)) >= number(releases.get(i))) {
                fail("releases", releases.get(i) + " is not newer than the one before");
            }
        }
    }

    private static int number(String release) {
        int point = release.indexOf('.');
        return Integer.parseInt(release, 0, point, 10) * 1000
                + Integer.parseInt(release, point + 1, release.length(), 10);
    }

    Lifetime lifetime(JsonNode node) {
        String name = requiredText(node, "name");
        Optional<String> since =
                Optional.of(requiredText(node, "since")).filter(word -> !word.equals(NATIVE));
        Optional<String> until = text(node, "until");
        Optional<String> instead = text(node, "instead");
        since.ifPresent(release -> known(name, release));
        until.ifPresent(release -> known(name, release));
        boolean backwards =
                since.isPresent()
                        && until.isPresent()
                        && releases.indexOf(since.get()) > releases.indexOf(until.get());
        if (backwards) {
            fail(name, "since is later than until");
        }
        if (until.isPresent() != instead.isPresent()) {
            fail(name, "until and instead go together");
        }
        return new Lifetime(since, until, sure(node), instead, text(node, "before"));
    }

    private static String sure(JsonNode node) {
        String sure = requiredText(node, "sure");
        oneOf(requiredText(node, "name"), "sure", sure, Set.of("A", "B", "C"));
        return sure;
    }

    private void known(String name, String release) {
        if (!releases.contains(release)) {
            fail(name, "unknown release \"" + release + "\"");
        }
    }

    List<Feature> features(JsonNode nodes) {
        List<Feature> features = new ArrayList<>();
        for (JsonNode node : nodes) {
            onlyKeys(node, FEATURE_KEYS);
            features.add(
                    new Feature(
                            requiredText(node, "name"),
                            requiredText(node, "what"),
                            text(node, "of"),
                            words(node.path("keywords")),
                            lifetime(node),
                            requiredText(node, "doc")));
        }
        return List.copyOf(features);
    }

    List<Limit> limits(JsonNode nodes) {
        List<Limit> limits = new ArrayList<>();
        for (JsonNode node : nodes) {
            onlyKeys(node, LIMIT_KEYS);
            String name = requiredText(node, "name");
            String unit = requiredText(node, "unit");
            oneOf(name, "unit", unit, Set.of("length", "bytes"));
            limits.add(
                    new Limit(
                            name,
                            requiredText(node, "what"),
                            unit,
                            words(required(node, "of")),
                            most(name, required(node, "most")),
                            sure(node),
                            requiredText(node, "doc")));
        }
        return List.copyOf(limits);
    }

    private SequencedMap<String, Long> most(String name, JsonNode node) {
        SequencedMap<String, Long> most = new LinkedHashMap<>();
        node.properties().forEach(each -> most.put(each.getKey(), each.getValue().asLong()));
        most.keySet().forEach(release -> known(name, release));
        if (!most.keySet().stream()
                        .sorted(this::compare)
                        .toList()
                        .equals(List.copyOf(most.keySet()))
                || !most.firstEntry().getKey().equals(releases.getFirst())) {
            fail(name, "most starts with the oldest release and goes on in order");
        }
        return most;
    }

    private int compare(String a, String b) {
        return Integer.compare(releases.indexOf(a), releases.indexOf(b));
    }
}
