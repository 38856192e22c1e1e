package vmconf.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vmconf.compiler.diagnostic.Severity;
import vmconf.testdata.Golden;

/// Every format, byte for byte, and against its schema where there is one.
class FormatsTest {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static String written(Format format, Settings settings, List<Checked> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            Report report = format.to(print, settings);
            files.forEach(report::add);
            report.end();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static Settings settings(boolean colour, Severity failing) {
        return new Settings(colour, failing, () -> ExampleFindings.RULES, Optional.of("1.2.3"));
    }

    private static String written(Format format) {
        return written(format, settings(false, Severity.ERROR), ExampleFindings.files());
    }

    private static void golden(String ending, String actual) {
        Golden.check("testdata/corpus/reports/expected" + ending, actual);
    }

    /// The golden file is laid out for reading; the report is the same without layout.
    private static void goldenJson(String ending, String report) {
        JsonNode document = PRETTY.readTree(report);
        assertThat(report).isEqualTo(new JsonMapper().writeValueAsString(document) + "\n");
        golden(ending, PRETTY.writeValueAsString(document) + "\n");
    }

    @Test
    void text() {
        golden(".text", written(Format.TEXT));
    }

    @Test
    void colour() {
        String coloured =
                written(Format.TEXT, settings(true, Severity.ERROR), ExampleFindings.files());
        golden(".colour.text", coloured);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(written(Format.TEXT));
    }

    @Test
    void json() {
        goldenJson(".json", written(Format.JSON));
        Schemas.check(written(Format.JSON));
    }

    @Test
    void sarif() {
        goldenJson(".sarif", written(Format.SARIF));
        Schemas.sarif(written(Format.SARIF));
    }

    @Test
    void schemasRefuseWhatIsWrong() {
        assertThatThrownBy(() -> Schemas.check(written(Format.JSON).replace("VM201", "201")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Schemas.sarif(written(Format.SARIF).replace("\"error\"", "1")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Schemas.gitlab("[{\"description\":\"x\"}]"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Schemas.junit("<testsuites><testcase/></testsuites>"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void sarifOfNothing() {
        Schemas.sarif(written(Format.SARIF, settings(false, Severity.ERROR), List.of()));
    }

    @Test
    void github() {
        golden(".github", written(Format.GITHUB));
        assertThat(written(Format.GITHUB).lines()).allMatch(line -> line.startsWith("::"));
    }

    @Test
    void gitlab() {
        goldenJson(".gitlab.json", written(Format.GITLAB));
        Schemas.gitlab(written(Format.GITLAB));
    }

    @Test
    void gcc() {
        golden(".gcc", written(Format.GCC));
        assertThat(written(Format.GCC).lines())
                .allMatch(line -> line.matches(".*:\\d+:\\d+: (error|warning|note): .* \\[\\w+]"));
    }

    @Test
    void checkstyle() {
        golden(".checkstyle.xml", written(Format.CHECKSTYLE));
        assertThat(Schemas.xml(written(Format.CHECKSTYLE)).getTagName()).isEqualTo("checkstyle");
    }

    @Test
    void junit() {
        golden(".junit.xml", written(Format.JUNIT));
        Schemas.junit(written(Format.JUNIT));
    }

    @Test
    void junitTakesWarningsForFailuresWhenTheCommandDoes() {
        String strict =
                written(Format.JUNIT, settings(false, Severity.WARNING), ExampleFindings.files());
        Schemas.junit(strict);
        assertThat(strict).contains("<failure message=\"three lines\"");
        assertThat(written(Format.JUNIT)).doesNotContain("<failure message=\"three lines\"");
    }

    @Test
    void noTwoFingerprintsAreTheSame() {
        List<Checked> twice =
                List.of(ExampleFindings.files().getFirst(), ExampleFindings.files().getFirst());
        JsonNode issues =
                PRETTY.readTree(written(Format.GITLAB, settings(false, Severity.ERROR), twice));
        assertThat(issues.valueStream().map(each -> each.get("fingerprint").asString()))
                .doesNotHaveDuplicates();
    }
}
