package vmconf.lsp.completion;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
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
        // An optional word in front is not optional when it is the one that was chosen.
        String whole = directive.form().replace("[" + first.word() + "]", first.word());
        String form = ALTERNATIVE.matcher(whole).replaceFirst("");
        form = OPTIONAL.matcher(form).replaceAll("").strip();
        boolean plain = !ARGUMENT.matcher(form).find();
        if (!form.startsWith(first.word()) || form.equals(first.word())) {
            return Optional.empty();
        }
        if (plain) {
            return Optional.of(escape(form));
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

    /// A keyword in the midst of a directive, with what must follow it.
    static Optional<String> following(ExpectedKeyword expected) {
        boolean inet6 =
                expected.directive().map(info -> info.name().equals("local-inet6")).orElse(false);
        return Optional.ofNullable(
                switch (expected.keyword()) {
                    case INSTANCE -> instance(expected);
                    case FORMAT -> "format ${1:qcow2}";
                    case DEVICE -> "device ${1:disk}";
                    case START -> "start parallel ${1:2} delay ${2:30}";
                    case PARALLEL -> "parallel ${1:2} delay ${2:30}";
                    case DELAY -> "delay ${1:30}";
                    case PREFIX -> "prefix ${1:" + (inet6 ? "fd00::/64" : "100.64.0.0/10") + "}";
                    case OWNER -> "owner ${1:root}";
                    default -> null;
                });
    }

    /// Behind `vm PARENT` comes a name; behind `allow`, a flag.
    private static String instance(ExpectedKeyword expected) {
        boolean allow =
                expected.directive()
                        .map(info -> info.name().equals("allow-instance"))
                        .orElse(false);
        return allow
                ? "instance { ${1:memory} \\}"
                : "instance \"${1:name}\" {\n\t${2:enable}\n\\}";
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
