package vmconf.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;

/// Makes the manual page vmconf-plan(5) of the schema, and holds it against the one that is kept.
class PlanManualTest {
    private static final String HEAD =
            """
            .\\" Made of docs/plan.schema.json by a test.
            .Dd November 22, 2026
            .Dt VMCONF-PLAN 5
            .Os vmconf
            .Sh NAME
            .Nm vmconf-plan
            .Nd what will exist, as vmconf compile writes it
            .Sh DESCRIPTION
            A plan is what a
            .Xr vm.conf 5
            amounts to: macros expanded, files included, instances complete and every
            default filled in.
            .Ic vmconf compile
            writes one,
            .Xr vmd 8
            and
            .Ic vmconf export
            take one.
            It is YAML 1.2, or JSON, which is the same to a reader.
            .Pp
            Every key is there, unless it is said to be optional; what does not hold is
            .Cm null .
            A key that is not known is refused, and so is a version that is not known.
            """;

    private static final String TAIL =
            """
            .Sh EXAMPLES
            .Bd -literal
            $ vmconf compile vm.conf > plan.yaml
            $ vmconf diff plan.yaml vm.conf
            $ vmd start plan.yaml
            .Ed
            .Sh SEE ALSO
            .Xr vmconf 1 ,
            .Xr vm.conf 5 ,
            .Xr vmctl 8 ,
            .Xr vmd 8
            .Pp
            The schema, for editors and validators, is
            .Pa docs/plan.schema.json .
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    @Test
    void thePageIsThatOfTheSchema() throws IOException {
        JsonNode schema =
                new JsonMapper()
                        .readTree(Files.readString(Golden.root().resolve("docs/plan.schema.json")));
        JsonNode types = schema.path("$defs");
        page.append(".Ss The whole plan\n");
        keys(schema, types);
        for (Map.Entry<String, JsonNode> each : types.properties()) {
            if (each.getValue().has("properties")) {
                page.append(".Ss ").append(words(each.getKey())).append('\n');
                page.append(escaped(each.getValue().path("description").asString(""))).append('\n');
                keys(each.getValue(), types);
            }
        }
        Golden.check("docs/man/vmconf-plan.5", page.append(TAIL).toString());
    }

    private void keys(JsonNode type, JsonNode types) {
        List<String> required = new ArrayList<>();
        type.path("required").forEach(each -> required.add(each.asString("")));
        page.append(".Bl -tag -width Ds\n");
        for (Map.Entry<String, JsonNode> each : type.path("properties").properties()) {
            JsonNode value = each.getValue();
            page.append(".It Cm ").append(each.getKey()).append(" : ");
            page.append(kind(value, types));
            page.append(required.contains(each.getKey()) ? "\n" : ", optional\n");
            page.append(escaped(value.path("description").asString(""))).append('\n');
        }
        page.append(".El\n");
    }

    /// What a value may be, in words.
    private String kind(JsonNode value, JsonNode types) {
        if (value.has("$ref")) {
            return named(value.path("$ref").asString(""), types);
        }
        if (value.has("anyOf")) {
            List<String> all = new ArrayList<>();
            value.path("anyOf").forEach(each -> all.add(kind(each, types)));
            all.sort((a, b) -> Boolean.compare(a.equals("null"), b.equals("null")));
            return String.join(" or ", all);
        }
        if (value.has("enum")) {
            List<String> all = new ArrayList<>();
            value.path("enum").forEach(each -> all.add(each.asString("")));
            return String.join(", ", all);
        }
        if (value.path("type").isArray()) {
            List<String> all = new ArrayList<>();
            value.path("type").forEach(each -> all.add(each.asString("")));
            return String.join(" or ", all);
        }
        if (value.path("type").asString("").equals("array")) {
            return "list of " + kind(value.path("items"), types);
        }
        return value.path("type").asString("anything");
    }

    private String named(String reference, JsonNode types) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        JsonNode type = types.path(name);
        return type.has("properties") ? words(name) : kind(type, types);
    }

    /// `LocalAddress` as `local address`.
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /// Text that mdoc takes as it is, in lines of a width, each sentence on a line of its own.
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("`", "\"");
        List<String> sentences = new ArrayList<>();
        for (String sentence : plain.split("(?<=[.]) (?=[A-Z])")) {
            sentences.add(filled(sentence));
        }
        return String.join("\n", sentences).replaceAll("(?m)^([.'])", "\\\\&$1");
    }

    private static String filled(String sentence) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String word : sentence.split(" ")) {
            if (width > 0 && width + word.length() > 78) {
                lines.append('\n');
                width = 0;
            }
            lines.append(width == 0 ? "" : " ").append(word);
            width += word.length() + 1;
        }
        return lines.toString();
    }
}
