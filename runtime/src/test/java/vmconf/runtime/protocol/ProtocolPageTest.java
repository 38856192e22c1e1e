package vmconf.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;

/// `docs/protocol.md` says what the types say.
class ProtocolPageTest {
    private final List<String> page = Files.readAllLines(Golden.root().resolve("docs/protocol.md"));

    ProtocolPageTest() throws IOException {}

    @Test
    void everyMethodIsThereWithItsParametersAndResult() {
        for (Method method : Method.values()) {
            assertThat(rows("| `" + method.word() + "` |"))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "| `%s` |%s|%s| "
                                    .formatted(
                                            method.word(),
                                            cell(method.params()),
                                            cell(method.result())));
        }
    }

    @Test
    void everyErrorIsThere() {
        for (Fault fault : Fault.values()) {
            assertThat(rows("| " + fault.code() + " |")).as(fault.name()).hasSize(1);
        }
    }

    @Test
    void everyOptionOfAStartIsThere() {
        List<String> options = page.stream().filter(each -> each.startsWith("    ")).toList();
        for (RecordComponent each : StartOptions.class.getRecordComponents()) {
            assertThat(options)
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .containsPattern("\\b" + Pattern.quote(name(each))));
        }
    }

    @Test
    void examplesHaveTheFieldsOfTheTypes() {
        Pattern message = Pattern.compile("(?m)^    ([<>]) (\\{.*\\}})$");
        Map<Integer, Method> asked = new HashMap<>();
        JsonMapper mapper = new JsonMapper();
        for (MatchResult each : message.matcher(String.join("\n", page)).results().toList()) {
            JsonNode json = mapper.readTree(each.group(2));
            int id = json.path("id").asInt();
            if (each.group(1).equals(">")) {
                String word = json.path("method").asString("").toUpperCase(Locale.ROOT);
                asked.put(id, Method.valueOf(word));
                assertThat(json.path("params").propertyNames())
                        .containsExactlyElementsOf(fields(Method.valueOf(word).params()));
            } else {
                Method answered = Objects.requireNonNull(asked.remove(id));
                assertThat(json.path("result").propertyNames())
                        .containsExactlyElementsOf(fields(answered.result()));
            }
        }
        assertThat(page.stream().filter(each -> each.startsWith("    > "))).hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void theEventHasTheFieldsOfItsType() {
        Pattern event = Pattern.compile("(?m)^    < (\\{.*\"event\"[^}]*}})$");
        MatchResult found =
                event.matcher(String.join("\n", page)).results().findFirst().orElseThrow();
        JsonNode json = new JsonMapper().readTree(found.group(1));
        assertThat(json.path("method").asString("")).isEqualTo(Announcement.METHOD);
        assertThat(json.path("params").propertyNames())
                .containsExactlyElementsOf(fields(Announcement.class));
    }

    private static List<String> fields(Class<?> record) {
        return Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private List<String> rows(String start) {
        return page.stream().filter(each -> each.startsWith(start)).toList();
    }

    private static String cell(Class<?> record) {
        String names =
                Stream.of(record.getRecordComponents())
                        .map(each -> "`" + name(each) + "`")
                        .collect(Collectors.joining(" "));
        return names.isEmpty() ? " " : " " + names + " ";
    }

    private static String name(RecordComponent field) {
        return field.getName() + (field.getType() == Optional.class ? "?" : "");
    }
}
