package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.Accounts;
import vmconf.testdata.Golden;

/// Plays every session of `testdata/corpus/sessions` to a real daemon with real guests, and
/// compares every byte.
@Tag("qemu")
@Timeout(900)
class GoldenSessionsTest {
    private static final String SESSIONS = "testdata/corpus/sessions";
    private static final int FEWEST = 60;

    @TempDir static Path folder = Path.of("");
    private static List<String> inside = List.of();
    private static SessionWorld shared;

    @BeforeAll
    static void begin() throws Exception {
        EndToEnd.assumeQemu();
        if (Accounts.isRoot() && namespace("add") == 0) {
            inside = Namespace.prefix(namespace());
        }
        shared = SessionWorld.begin(Files.createDirectory(folder.resolve("shared")), inside);
    }

    @AfterAll
    static void end() throws Exception {
        if (shared != null) {
            shared.close();
        }
        if (!inside.isEmpty()) {
            namespace("del");
        }
    }

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        String only = System.getProperty("session", "");
        return files().stream()
                .filter(each -> each.getFileName().toString().contains(only))
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getFileName().toString(), () -> play(each)));
    }

    @Test
    void thereAreEnough() throws IOException {
        assertThat(files().size()).isGreaterThanOrEqualTo(FEWEST);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Golden.root().resolve(SESSIONS))) {
            return files.filter(each -> each.toString().endsWith(".session")).sorted().toList();
        }
    }

    private static void play(Path file) throws Exception {
        SessionScript script = new SessionScript(Files.readAllLines(file));
        assumeTrue(
                !script.says("needs: root") || !inside.isEmpty(), "taps and namespaces need root");
        String name = file.getFileName().toString();
        String played;
        if (script.says("daemon: own")) {
            Path own = Files.createDirectory(folder.resolve(name));
            try (SessionWorld world = SessionWorld.begin(own, inside)) {
                played = script.play(world);
            }
        } else {
            shared.clear();
            played = script.play(shared);
        }
        Golden.check(SESSIONS + "/" + name, played);
    }

    private static String namespace() {
        return "vmconf-sessions-" + ProcessHandle.current().pid();
    }

    private static int namespace(String verb) throws IOException, InterruptedException {
        return new ProcessBuilder("ip", "netns", verb, namespace()).inheritIO().start().waitFor();
    }
}
