package vmconf.grammar.codegen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// Snippets of VS Code for what stands outside of blocks: they work where no language server does.
/// Within blocks the server knows better what may come next.
final class Snippets {
    private static final Pattern OPTIONAL = Pattern.compile("\\s*\\[[^]]*]");
    private static final Pattern ARGUMENT = Pattern.compile("[A-Z][A-Z/]*");
    private static final Pattern FIRST_WORDS = Pattern.compile("[a-z0-9]+(?: [a-z0-9]+)*");

    /// Arguments that are text, and so go into quotes.
    private static final Set<String> TEXTS = Set.of("NAME", "PARENT", "PATH");

    /// What stands for an argument until something is filled in.
    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "ADDRESS/LENGTH",
                    "100.64.0.0/10",
                    "OWNER",
                    "root",
                    "COUNT",
                    "2",
                    "SECONDS",
                    "30");

    /// What comes first into a new block, as none may be empty.
    private static final Map<String, String> FIRST_LINES =
            Map.of("switch", "interface ${%d:bridge0}", "vm", "disk \"${%d:path}\"");

    private Snippets() {}

    static String json(Schema schema) {
        Map<String, Object> snippets = new LinkedHashMap<>();
        for (Entry entry : schema.directives()) {
            boolean outside = entry.in().contains("file") || entry.in().contains("global");
            if (outside && entry.lifetime().until().isEmpty()) {
                for (String form : entry.form().split(" or ")) {
                    add(entry, OPTIONAL.matcher(form).replaceAll("").strip(), snippets);
                }
            }
        }
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(snippets) + "\n";
    }

    /// A form that starts with an argument cannot be looked for.
    private static void add(Entry entry, String form, Map<String, Object> snippets) {
        Matcher first = FIRST_WORDS.matcher(form);
        if (!first.lookingAt()) {
            return;
        }
        String prefix = form.contains(" instance ") ? first.group() + " instance" : first.group();
        Map<String, Object> snippet = new LinkedHashMap<>();
        snippet.put("prefix", prefix);
        snippet.put("body", body(first.group(), form));
        snippet.put("description", entry.doc().strip());
        snippets.put(prefix, snippet);
    }

    private static List<String> body(String word, String form) {
        int[] place = {0};
        String filled =
                ARGUMENT.matcher(form)
                        .replaceAll(found -> Matcher.quoteReplacement(stop(found, ++place[0])));
        return filled.endsWith("{ ... }")
                ? List.of(
                        filled.replace("{ ... }", "{"),
                        "\t" + FIRST_LINES.getOrDefault(word, "${%d}").formatted(place[0] + 1),
                        "}")
                : List.of(filled);
    }

    private static String stop(MatchResult argument, int place) {
        String name = argument.group();
        String example = EXAMPLES.getOrDefault(name, name.toLowerCase(Locale.ROOT));
        String stop = "${%d:%s}".formatted(place, example);
        return TEXTS.contains(name) ? "\"" + stop + "\"" : stop;
    }
}
