package vmconf.grammar.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `vmconf.schema.yaml` and refuses whatever it does not expect.
public final class SchemaReader {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "in",
                    "form",
                    "keywords",
                    "takes",
                    "default",
                    "range",
                    "repeat",
                    "inherited",
                    "since",
                    "until",
                    "doc");
    private static final Set<String> REPEATS = Set.of("error", "last-wins", "adds");
    private static final Pattern LOWER_WORD = Pattern.compile("\\b[a-z][a-z0-9]*\\b");

    private final Predicate<String> isKeyword;

    private SchemaReader(Predicate<String> isKeyword) {
        this.isKeyword = isKeyword;
    }

    /// The schema that ships with the grammar.
    ///
    /// @param isKeyword whether the grammar has a keyword of that spelling
    /// @throws IllegalStateException when the file does not have the shape its head describes
    public static Schema read(Predicate<String> isKeyword) {
        try (InputStream in =
                SchemaReader.class.getResourceAsStream("/vmconf/grammar/vmconf.schema.yaml")) {
            if (in == null) {
                throw new IllegalStateException("vmconf.schema.yaml is not on the class path");
            }
            return new SchemaReader(isKeyword).schema(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema schema(JsonNode root) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : required(root, "directives")) {
            entries.add(entry(node));
        }
        return new Schema(
                words(required(root, "releases")),
                texts(required(root, "reserved")),
                texts(required(root, "places")),
                List.copyOf(entries));
    }

    private Entry entry(JsonNode node) {
        String name = text(node, "name").orElse("?");
        node.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> fail(name, "unknown key \"" + key + "\""));
        String repeat = text(node, "repeat").orElse("");
        if (!REPEATS.contains(repeat)) {
            fail(name, "repeat is \"" + repeat + "\", expected one of " + REPEATS);
        }
        String form = text(node, "form").orElse("");
        return new Entry(
                name,
                words(required(node, "in")),
                form,
                node.has("keywords") ? words(node.get("keywords")) : keywords(form),
                arguments(name, node.path("takes")),
                text(node, "default"),
                text(node, "range"),
                repeat,
                text(node, "inherited"),
                text(node, "since").orElseThrow(() -> missing(name, "since")),
                text(node, "until"),
                text(node, "doc").orElseThrow(() -> missing(name, "doc")));
    }

    private List<String> keywords(String form) {
        return LOWER_WORD
                .matcher(form)
                .results()
                .map(result -> result.group())
                .filter(isKeyword)
                .distinct()
                .toList();
    }

    private static List<Argument> arguments(String name, JsonNode takes) {
        List<Argument> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : takes.properties()) {
            String[] words = each.getValue().asString().split(" of ", 2);
            boolean optional = words[0].endsWith("?");
            String type = optional ? words[0].substring(0, words[0].length() - 1) : words[0];
            try {
                Argument.Type known = Argument.Type.valueOf(type.toUpperCase(Locale.ROOT));
                String of = words.length == 2 ? words[1] : "";
                arguments.add(new Argument(each.getKey(), known, optional, of));
            } catch (IllegalArgumentException e) {
                fail(name, "unknown type \"" + type + "\"");
            }
        }
        return List.copyOf(arguments);
    }

    private static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw missing(text(node, "name").orElse("the file"), key);
        }
        return value;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).asString()) : Optional.empty();
    }

    private static List<String> words(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(each -> map.put(each.getKey(), each.getValue().asString()));
        return map;
    }

    private static IllegalStateException missing(String name, String key) {
        return new IllegalStateException("vmconf.schema.yaml: " + name + ": no \"" + key + "\"");
    }

    private static void fail(String name, String why) {
        throw new IllegalStateException("vmconf.schema.yaml: " + name + ": " + why);
    }
}
