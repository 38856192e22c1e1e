package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

/// The judge against the reference: of every file of the corpus what vmd prints, what it has read
/// and what it registers.
class JudgeTest {
    /// Of these only the verdict and what is registered are compared, for a reason.
    private static final Map<String, String> INCOMPLETE =
            Map.of("vm-name-004.conf", "vmd frees memory twice after its message and is killed");

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir static Path folder;

    static List<Corpus.Verdict> verdicts() {
        return Corpus.verdicts();
    }

    static List<Corpus.Verdict> complete() {
        return verdicts().stream().filter(each -> !INCOMPLETE.containsKey(each.file())).toList();
    }

    @BeforeAll
    static void copyCorpus() throws IOException {
        CorpusCopy.into(folder);
    }

    @Test
    void everyFileThatIsNotComparedInFullHasItsReason() {
        Stream<String> crashes =
                verdicts().stream().filter(Corpus.Verdict::crash).map(Corpus.Verdict::file);
        assertThat(crashes).containsExactlyInAnyOrderElementsOf(INCOMPLETE.keySet());
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void printsWhatVmdPrints(Corpus.Verdict expected) {
        Verdict verdict = judge(expected, Mode.CHECK);
        assertThat(verdict.accept()).isEqualTo(expected.accept());
        if (expected.crash()) {
            assertThat(expected.stderr()).startsWith(verdict.stderr());
        } else {
            assertThat(verdict.stderr()).isEqualTo(expected.stderr());
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void readsWhatVmdReads(Corpus.Verdict expected) throws IOException {
        JsonNode report = report(expected, judge(expected, Mode.CHECK));
        for (String key : List.of("vms", "switches", "config")) {
            assertThat(report.get(key)).as(key).isEqualTo(here(expected.details().get(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void registersWhatVmdRegisters(Corpus.Verdict expected) throws IOException {
        JsonNode registered = here(expected.details().get("register"));
        Verdict verdict = judge(expected, new Mode(true, false));
        assertThat(verdict.accept()).isEqualTo(registered.get("accept").asBoolean());
        JsonNode report = report(expected, verdict);
        assertThat(report.get("vms")).isEqualTo(registered.get("vms"));
        assertThat(report.get("switches")).isEqualTo(registered.get("switches"));
        String warnings = texts(expected.details().get("warnings"), JudgeTest::warning);
        String stderr = report.get("stderr").asString();
        assertThat(stderr).endsWith(warnings);
        assertMerged(stderr.substring(0, stderr.length() - warnings.length()), registered);
    }

    /// The corpus does not say which of the lines with a place comes before which without, but the
    /// order among each of them.
    private static void assertMerged(String stderr, JsonNode registered) {
        List<String> errors = registered.get("errors").valueStream().map(JudgeTest::error).toList();
        List<String> logs = registered.get("logs").valueStream().map(JudgeTest::log).toList();
        StringBuilder left = new StringBuilder(stderr);
        int error = 0;
        int log = 0;
        while (!left.isEmpty()) {
            if (error < errors.size() && left.indexOf(errors.get(error)) == 0) {
                left.delete(0, errors.get(error++).length());
            } else if (log < logs.size() && left.indexOf(logs.get(log)) == 0) {
                left.delete(0, logs.get(log++).length());
            } else {
                assertThat(left.toString()).as("not of %s, %s", errors, logs).isEmpty();
            }
        }
        assertThat(errors.subList(error, errors.size())).isEmpty();
        assertThat(logs.subList(log, logs.size())).isEmpty();
    }

    private static String error(JsonNode error) {
        return "vmd: %s:%d: %s\n"
                .formatted(
                        error.get("file").asString(),
                        error.get("line").asInt(),
                        error.get("message").asString());
    }

    private static String log(JsonNode log) {
        return "vmd: " + log.asString() + "\n";
    }

    private static String warning(JsonNode warning) {
        return "warning: " + warning.asString() + "\n";
    }

    private static String texts(JsonNode nodes, Function<JsonNode, String> text) {
        return nodes.valueStream().map(text).collect(Collectors.joining());
    }

    private static JsonNode report(Corpus.Verdict file, Verdict verdict) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            VmdReport report = new VmdReport(print);
            report.add(file.file(), verdict);
            report.end();
        }
        return MAPPER.readTree(out.toByteArray()).at("/files/0");
    }

    /// With the folder of the test in place of the corpus's own.
    private static JsonNode here(JsonNode node) throws IOException {
        String path = folder.toRealPath().toString();
        return MAPPER.readTree(node.toString().replace("${CORPUS}", path));
    }

    private static Verdict judge(Corpus.Verdict file, Mode mode) {
        Sources sources = new DiskSources(folder);
        if (!(sources.read(file.file()) instanceof Sources.Answer.Found(SourceFile text))) {
            throw new AssertionError(file.file() + " cannot be read");
        }
        List<CommandLineMacro> macros =
                file.macros().stream()
                        .flatMap(each -> CommandLineMacro.parse(each).stream())
                        .toList();
        return Judge.judge(text, sources, new LinuxHost(folder), macros, mode);
    }
}
