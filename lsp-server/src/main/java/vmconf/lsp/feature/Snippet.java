package vmconf.lsp.feature;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Keyword;

/// A directive with its arguments to fill in, made from its form in the schema.
final class Snippet {
    private static final Pattern OPTIONAL = Pattern.compile("\\s*\\[[^]]*]");
    private static final Pattern ALTERNATIVE = Pattern.compile(" or .*");
    private static final Pattern ARGUMENT = Pattern.compile("[A-Z][A-Z/]*");

    /// What stands for an argument until something is filled in; it has the form of one.
    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "SIZE", "512M",
                    "COUNT", "1",
                    "SECONDS", "30",
                    "NUMBER", "0",
                    "BRIDGE", "bridge0",
                    "OWNER", "root",
                    "FLAG", "memory",
                    "ADDRESS/LENGTH", "100.64.0.0/10");

    /// The first line of a new block, as none may be empty.
    private static final Map<Keyword, String> FIRST_OPTION =
            Map.of(Keyword.SWITCH, "interface ${%d:bridge0}", Keyword.VM, "disk \"${%d:path}\"");

    private Snippet() {}

    /// Nothing for a directive that is complete without arguments.
    static Optional<String> of(Keyword first, DirectiveInfo directive) {
        String form = ALTERNATIVE.matcher(directive.form()).replaceFirst("");
        form = OPTIONAL.matcher(form).replaceAll("").strip();
        boolean plain = !ARGUMENT.matcher(form).find();
        if (plain || !form.startsWith(first.word())) {
            return Optional.empty();
        }
        int[] place = {0};
        String filled =
                ARGUMENT.matcher(escape(form))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                argument(found.group(), ++place[0])));
        String block = FIRST_OPTION.getOrDefault(first, "").formatted(place[0] + 1);
        return Optional.of(filled.replace("{ ... \\}", "{\n\t" + block + "\n}"));
    }

    private static String argument(String name, int place) {
        String example = EXAMPLES.get(name);
        return example == null
                ? "\"${%d:%s}\"".formatted(place, name.toLowerCase(java.util.Locale.ROOT))
                : "${%d:%s}".formatted(place, example);
    }

    /// Text that a snippet yields as it is.
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
