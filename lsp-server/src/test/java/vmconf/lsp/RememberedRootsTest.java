package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedRootsTest {
    private static final String FRAGMENT = "vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory $ram\n}\n";

    @TempDir Path folder = Path.of("/");

    private Path file() {
        return folder.resolve("state/vmconf/roots");
    }

    private RememberedRoots roots() {
        return new RememberedRoots(Optional.of(file()));
    }

    private static void choose(Editor editor, Path fragment, String root) {
        Editor.get(
                editor.server
                        .getWorkspaceService()
                        .executeCommand(
                                new ExecuteCommandParams(
                                        "vmconf.chooseRoot",
                                        List.of(
                                                new JsonPrimitive(fragment.toUri().toString()),
                                                new JsonPrimitive(root)))));
    }

    @Test
    void aChoiceOutlivesTheSession() {
        Scene.write(folder, "alpha.conf", "ram = \"1G\"\ninclude \"wéb.conf\"\n");
        Scene.write(folder, "beta.conf", "include \"wéb.conf\"\n");
        Path web = folder.resolve("wéb.conf");
        try (Editor editor = new Editor(roots())) {
            editor.initialize(folder, Capabilities.full());
            editor.open(web, FRAGMENT);
            assertThat(editor.diagnostics(web)).hasSize(1);
            choose(editor, web, folder.resolve("alpha.conf").toUri().toString());
            editor.await(web, last -> last.getDiagnostics().isEmpty());
        }
        try (Editor editor = new Editor(roots())) {
            editor.initialize(folder, Capabilities.full());
            editor.open(web, FRAGMENT);
            assertThat(editor.diagnostics(web)).isEmpty();
            choose(editor, web, "");
            editor.await(web, last -> !last.getDiagnostics().isEmpty());
        }
        assertThat(roots().all()).isEmpty();
    }

    @Test
    void theLatestChoiceHoldsAndTheOldestOnesGo() {
        for (int i = 0; i < RememberedRoots.MOST + 5; i++) {
            roots().remember("file:///" + i, Optional.of("file:///root"));
        }
        roots().remember("file:///7", Optional.of("file:///other"));
        assertThat(roots().all())
                .hasSize(RememberedRoots.MOST)
                .doesNotContainKey("file:///4")
                .containsEntry("file:///7", "file:///other");
        assertThat(roots().all().lastEntry().getKey()).isEqualTo("file:///7");
    }

    @Test
    void whatIsNoFileIsNotRemembered() {
        roots().remember("untitled:one", Optional.of("file:///root"));
        roots().remember("file:///a b", Optional.of("file:///root"));
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsPassedOver() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] good = "file:///a\tfile:///b\n".getBytes(StandardCharsets.UTF_8);
        for (String broken :
                List.of("\u00ff\u0000\n", "file:///x\n", "x\ty\n", "file:///x\tfile:///y\tz\n")) {
            byte[] bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file(), concatenated(bytes, good));
            assertThat(roots().all()).containsExactly(Map.entry("file:///a", "file:///b"));
        }
        Files.delete(file());
        Files.createDirectory(file());
        assertThat(roots().all()).isEmpty();
        roots().remember("file:///a", Optional.of("file:///b"));
        assertThat(roots().all()).isEmpty();
        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    private static byte[] concatenated(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    /// As in a folder that is read-only, which root could write to all the same.
    @Test
    void whatCannotBeWrittenHoldsForTheSession() throws IOException {
        Files.writeString(folder.resolve("state"), "no folder");
        Scene.write(folder, "alpha.conf", "ram = \"1G\"\ninclude \"web.conf\"\n");
        Scene.write(folder, "beta.conf", "include \"web.conf\"\n");
        Path web = folder.resolve("web.conf");
        try (Editor editor = new Editor(roots())) {
            editor.initialize(folder, Capabilities.full());
            editor.open(web, FRAGMENT);
            choose(editor, web, folder.resolve("alpha.conf").toUri().toString());
            assertThat(editor.await(web, last -> last.getDiagnostics().isEmpty())).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("state"))).isEqualTo("no folder");
    }

    @Test
    void itLiesInTheStateOfTheUser() {
        assertThat(stateOf(Map.of("XDG_STATE_HOME", folder.toString(), "HOME", "/none")))
                .isRegularFile();
        Path home = folder.resolve("home");
        RememberedRoots.of(Map.of("XDG_STATE_HOME", "not/absolute", "HOME", home.toString()))
                .remember("file:///a", Optional.of("file:///b"));
        assertThat(home.resolve(".local/state/vmconf/roots")).isRegularFile();
        RememberedRoots.of(Map.of()).remember("file:///a", Optional.of("file:///b"));
        assertThat(RememberedRoots.of(Map.of()).all()).isEmpty();
    }

    private Path stateOf(Map<String, String> environment) {
        RememberedRoots.of(environment).remember("file:///a", Optional.of("file:///b"));
        return folder.resolve("vmconf/roots");
    }
}
