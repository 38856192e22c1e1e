package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
    private static final String GOOD = "vm \"b\" {\n\tdisk \"/b.img\"\n}\n";
    private static final String FAULTY = "vm \"b\" {\n\tdisk \"/b.img\"\n\tmemry 1G\n}\n";

    @TempDir Path folder = Path.of("/");
    private Path top = folder;
    private Path part = folder;
    private Editor editor = new Editor();

    @BeforeEach
    void start() {
        top = folder.resolve("vm.conf");
        part = folder.resolve("part.conf");
        editor.initialize(folder, Capabilities.full());
    }

    @AfterEach
    void stop() {
        editor.close();
    }

    private static List<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> each.getCode().getLeft()).toList();
    }

    private static String including(Path file) {
        return "include \"" + file + "\"\n";
    }

    private static TextDocumentContentChangeEvent whole(String text) {
        return new TextDocumentContentChangeEvent(text);
    }

    @Test
    void ofAFaultyFile() {
        editor.open(top, "vm \"a\" {\n\tdisk \"/a.img\"\n\tinterface { switch \"up\" }\n}\n");
        List<Diagnostic> found = editor.diagnostics(top);
        assertThat(codes(found)).containsExactly("VM201");
        assertThat(found.getFirst().getRange())
                .isEqualTo(new Range(new Position(2, 20), new Position(2, 24)));
        assertThat(found.getFirst().getSource()).isEqualTo("vmconf");
        editor.change(top, whole(GOOD));
        assertThat(editor.diagnostics(top)).isEmpty();
    }

    @Test
    void ofAnIncludeThatIsNotOpen() throws IOException {
        Files.writeString(part, FAULTY);
        editor.open(top, including(part));
        List<Diagnostic> found = editor.await(part, last -> !last.getDiagnostics().isEmpty());
        assertThat(found.getFirst().getRange().getStart()).isEqualTo(new Position(2, 1));
        assertThat(editor.diagnostics(top)).isEmpty();
        DiagnosticRelatedInformation chain = found.getFirst().getRelatedInformation().getLast();
        assertThat(chain.getMessage()).isEqualTo("included from here");
        assertThat(chain.getLocation().getUri()).isEqualTo(top.toUri().toString());
        editor.change(top, whole(GOOD));
        assertThat(editor.await(part, last -> last.getDiagnostics().isEmpty())).isEmpty();
    }

    @Test
    void unsavedTextOfAnIncludeWinsOverTheDisk() throws IOException {
        Files.writeString(part, GOOD);
        editor.open(top, including(part) + "vm \"b\" instance \"c\" {\n\tdisk \"/c.img\"\n}\n");
        assertThat(editor.diagnostics(top)).isEmpty();
        editor.open(part, FAULTY);
        assertThat(editor.diagnostics(part)).hasSize(1);
        editor.change(part, whole("\n"));
        assertThat(editor.await(top, last -> !last.getDiagnostics().isEmpty())).hasSize(1);
        assertThat(editor.diagnostics(part)).isEmpty();
        editor.close(part);
        assertThat(editor.await(top, last -> last.getDiagnostics().isEmpty())).isEmpty();
    }

    @Test
    void aFragmentIsJudgedInItsRoot() throws IOException {
        Files.writeString(top, "image = \"/b.img\"\n" + including(part));
        editor.open(part, "vm \"b\" {\n\tdisk $image\n}\n");
        assertThat(editor.diagnostics(part)).isEmpty();
        editor.open(top, including(part));
        assertThat(editor.await(part, last -> !last.getDiagnostics().isEmpty())).isNotEmpty();
    }

    @Test
    void filesThatChangeOnTheDisk() throws IOException {
        editor.open(top, including(part));
        assertThat(editor.diagnostics(top)).hasSize(1);
        Files.writeString(part, GOOD);
        editor.server
                .getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
        assertThat(editor.await(top, last -> last.getDiagnostics().isEmpty())).isEmpty();
    }

    @Test
    void includesAreFoundInTheFolderOfTheRootToo() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Files.writeString(sub.resolve("near.conf"), GOOD);
        Path root = sub.resolve("host.conf");
        editor.open(root, "include \"near.conf\"\n");
        assertThat(codes(editor.diagnostics(root))).containsExactly("VM311");
    }

    @Test
    void columnsAreCountedInTheAgreedEncoding() {
        String before = "\tinterface { group \"\u00e4\uD83D\uDE00\" switch ";
        String text = "vm \"a\" {\n\tdisk \"/a.img\"\n" + before + "\"up\" }\n}\n";
        assertThat(column(text, "utf-8")).isEqualTo(before.getBytes(StandardCharsets.UTF_8).length);
        assertThat(column(text, "utf-16")).isEqualTo(before.length());
        assertThat(column(text, "utf-32")).isEqualTo(before.codePointCount(0, before.length()));
    }

    private int column(String text, String encoding) {
        try (Editor other = Editor.started(folder, Capabilities.encodings(encoding))) {
            other.open(top, text);
            return other.diagnostics(top).stream()
                    .filter(each -> each.getCode().getLeft().equals("VM201"))
                    .findFirst()
                    .orElseThrow()
                    .getRange()
                    .getStart()
                    .getCharacter();
        }
    }

    @Test
    void onlyTheNewestVersionIsPublished() {
        editor.open(top, GOOD);
        for (int i = 0; i < 200; i++) {
            editor.change(top, whole(i % 2 == 0 ? FAULTY : GOOD));
        }
        assertThat(editor.diagnostics(top)).isEmpty();
        int last = 0;
        synchronized (editor.published) {
            for (var each : editor.published) {
                int version = each.getVersion();
                boolean faulty = version > 1 && version % 2 == 0;
                assertThat(version).isGreaterThan(last);
                assertThat(each.getDiagnostics()).hasSize(faulty ? 1 : 0);
                last = version;
            }
        }
    }
}
