package vmconf.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
