package vmconf.grammar.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads parts of the YAML file, and says where it is not as expected.
final class Nodes {
    private Nodes() {}

    static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw missing(text(node, "name").orElse("the file"), key);
        }
        return value;
    }

    static String requiredText(JsonNode node, String key) {
        return required(node, key).asString();
    }

    static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).asString()) : Optional.empty();
    }

    static List<String> words(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    static SequencedMap<String, String> texts(JsonNode node) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(each -> map.put(each.getKey(), each.getValue().asString()));
        return map;
    }

    /// Refuses keys that are not known.
    static void onlyKeys(JsonNode node, Set<String> known) {
        String name = text(node, "name").orElse("?");
        node.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fail(name, "unknown key \"" + key + "\""));
    }

    static void oneOf(String name, String key, String value, Set<String> known) {
        if (!known.contains(value)) {
            fail(name, key + " is \"" + value + "\", expected one of " + known);
        }
    }

    private static IllegalStateException missing(String name, String key) {
        return new IllegalStateException("vmconf.schema.yaml: " + name + ": no \"" + key + "\"");
    }

    static void fail(String name, String why) {
        throw new IllegalStateException("vmconf.schema.yaml: " + name + ": " + why);
    }
}
