package vmconf.runtime.qemu;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever comes from QEMU, each question is answered or refused in a few words that can be shown,
/// and the connection ends and says why.
class QmpFuzzTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> QUESTIONS =
            List.of("qmp_capabilities", "query-uuid", "query-status", "cont");

    @BeforeAll
    static void watch() {
        Strays.watch();
    }

    static Stream<Arguments> seeds() {
        return Examples.all();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "qmp.dict")
    @FuzzTest(maxDuration = "10m")
    void hear(byte[] said) throws Exception {
        RecordedMonitor monitor = new RecordedMonitor(said, QUESTIONS.size());
        LastWords lastWords = new LastWords();
        try (Qmp qmp = Qmp.open(monitor, PATIENCE, lastWords)) {
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (String question : QUESTIONS) {
                answers.add(qmp.ask(question));
            }
            qmp.closed().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Strays.check();
            if (!monitor.isFinished() && qmp.reason().equals("monitor has gone")) {
                throw new AssertionError("it stopped listening and does not say why");
            }
            FewWords.check(qmp.reason());
            answers.forEach(answer -> look(answer, lastWords));
        }
    }

    /// As those who ask do.
    private static void look(CompletableFuture<JsonNode> answer, LastWords lastWords) {
        if (!answer.isDone()) {
            throw new AssertionError("a question is left open");
        }
        try {
            lastWords.seen(Qmp.result(answer, "question").path("status").asString(""));
        } catch (QmpException e) {
            FewWords.check(String.valueOf(e.getMessage()));
        }
    }
}
