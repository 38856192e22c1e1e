package vmconf.grammar.schema;

import static vmconf.grammar.schema.Nodes.fail;
import static vmconf.grammar.schema.Nodes.oneOf;
import static vmconf.grammar.schema.Nodes.onlyKeys;
import static vmconf.grammar.schema.Nodes.required;
import static vmconf.grammar.schema.Nodes.requiredText;
import static vmconf.grammar.schema.Nodes.text;
import static vmconf.grammar.schema.Nodes.texts;
import static vmconf.grammar.schema.Nodes.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                    "sure",
                    "instead",
                    "before",
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
        List<String> releases = words(required(root, "releases"));
        HistoryReader history = new HistoryReader(releases);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : required(root, "directives")) {
            entries.add(entry(node, history));
        }
        return new Schema(
                releases,
                texts(required(root, "reserved")),
                texts(required(root, "places")),
                List.copyOf(entries),
                history.features(required(root, "features")),
                history.limits(required(root, "limits")));
    }

    private Entry entry(JsonNode node, HistoryReader history) {
        onlyKeys(node, KEYS);
        String name = requiredText(node, "name");
        String repeat = text(node, "repeat").orElse("");
        oneOf(name, "repeat", repeat, REPEATS);
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
                history.lifetime(node),
                requiredText(node, "doc"));
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
}
