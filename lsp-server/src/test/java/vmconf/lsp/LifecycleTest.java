package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir Path folder = Path.of("/");

    @Test
    void tellsWhatItCanDo() {
        try (Editor editor = new Editor()) {
            InitializeResult result = editor.initialize(folder, Capabilities.full());
            ServerCapabilities can = result.getCapabilities();
            assertThat(can.getTextDocumentSync().getRight().getChange())
                    .isEqualTo(TextDocumentSyncKind.Incremental);
            assertThat(can.getPositionEncoding()).isEqualTo("utf-16");
            assertThat(can.getCompletionProvider().getTriggerCharacters()).contains("$", "\"");
            assertThat(can.getHoverProvider().getLeft()).isTrue();
            assertThat(can.getDefinitionProvider().getLeft()).isTrue();
            assertThat(can.getDocumentSymbolProvider().getLeft()).isTrue();
            assertThat(can.getRenameProvider().getRight().getPrepareProvider()).isTrue();
            assertThat(can.getDiagnosticProvider()).isNull();
            assertThat(result.getServerInfo().getName()).isEqualTo("vmconf-lsp");
        }
    }

    @Test
    void takesTheFirstEncodingOffered() {
        assertThat(encoding("utf-8", "utf-16")).isEqualTo("utf-8");
        assertThat(encoding("utf-32", "utf-8")).isEqualTo("utf-32");
        assertThat(encoding("utf-7", "utf-16")).isEqualTo("utf-16");
    }

    private String encoding(String... offered) {
        try (Editor editor = new Editor()) {
            return editor.initialize(folder, Capabilities.encodings(offered))
                    .getCapabilities()
                    .getPositionEncoding();
        }
    }

    @Test
    void refusesRequestsOutOfTurn() {
        try (Editor editor = new Editor()) {
            assertThatThrownBy(() -> hover(editor).join()).hasMessageContaining("not initialized");
            editor.initialize(folder, Capabilities.none());
            assertThat(Editor.get(hover(editor))).isNull();
            Editor.get(editor.server.shutdown());
            assertThatThrownBy(() -> hover(editor).join()).hasMessageContaining("shut down");
            editor.server.exit();
            assertThat(editor.exitStatus()).isZero();
        }
    }

    private static CompletableFuture<?> hover(Editor editor) {
        return editor.server
                .getTextDocumentService()
                .hover(
                        new HoverParams(
                                new TextDocumentIdentifier("untitled:x"), new Position(0, 0)));
    }

    @Test
    void exitWithoutShutdownIsAFailure() {
        try (Editor editor = new Editor()) {
            editor.initialize(folder, Capabilities.none());
            editor.server.exit();
            assertThat(editor.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void targetsAreReleasesToo() {
        try (Editor editor = new Editor()) {
            editor.target = "openbsd-6.1";
            editor.initialize(folder, Capabilities.full());
            Path file = folder.resolve("vm.conf");
            String text = "vm \"a\" {\n\tdisk \"/a.img\"\n\tcdrom \"/a.iso\"\n\t";
            editor.open(file, text + "\n}\n");
            assertThat(editor.await(file, last -> !last.getDiagnostics().isEmpty()))
                    .singleElement()
                    .satisfies(
                            finding ->
                                    assertThat(finding.getMessage().getLeft())
                                            .startsWith("\"cdrom\" needs OpenBSD 6.3 or later"));
            assertThat(editor.complete(file, new Position(3, 1)))
                    .extracting(org.eclipse.lsp4j.CompletionItem::getLabel)
                    .contains("boot", "owner")
                    .doesNotContain("cdrom", "sev", "allow", "kernel");
        }
    }

    @Test
    void asksForSettingsAndForNewsOfFiles() {
        try (Editor editor = Editor.started(folder, Capabilities.full())) {
            editor.target = "native";
            Path file = folder.resolve("vm.conf");
            editor.open(file, "vm \"a\" {\n\tdisk \"/a.img\"\n\tcpus 2\n}\n");
            editor.server
                    .getWorkspaceService()
                    .didChangeConfiguration(new org.eclipse.lsp4j.DidChangeConfigurationParams());
            assertThat(editor.await(file, last -> last.getDiagnostics().isEmpty())).isEmpty();
            editor.target = "openbsd";
            editor.server
                    .getWorkspaceService()
                    .didChangeConfiguration(new org.eclipse.lsp4j.DidChangeConfigurationParams());
            assertThat(editor.await(file, last -> !last.getDiagnostics().isEmpty())).hasSize(1);
            assertThat(editor.registered)
                    .contains(
                            "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles");
        }
    }
}
