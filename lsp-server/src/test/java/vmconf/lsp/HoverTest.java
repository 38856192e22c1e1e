package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoverTest {
    private static final String FILE =
            """
            ram = "2G"
            switch "uplink" {
            	interface bridge0
            }
            vm "base" {
            	disk "/base.img"
            	memory $ram
            }
            vm "base" instance "web" {
            	interface { switch "uplink" }
            }
            """;

    @TempDir Path folder = Path.of("/");

    private Optional<String> hover(String before) {
        return at(
                before,
                (editor, document, position) ->
                        Optional.ofNullable(
                                        Editor.get(
                                                editor.server
                                                        .getTextDocumentService()
                                                        .hover(
                                                                new HoverParams(
                                                                        document, position))))
                                .map(hover -> hover.getContents().getRight().getValue()));
    }

    private List<? extends Location> definition(String before) {
        return at(
                before,
                (editor, document, position) ->
                        Editor.get(
                                        editor.server
                                                .getTextDocumentService()
                                                .definition(
                                                        new DefinitionParams(document, position)))
                                .getLeft());
    }

    private interface Ask<T> {
        T of(Editor editor, TextDocumentIdentifier document, Position position);
    }

    private <T> T at(String before, Ask<T> ask) {
        int at = FILE.indexOf(before) + before.length();
        Marked text = Marked.of(FILE.substring(0, at) + "<caret>" + FILE.substring(at));
        try (Editor editor = Editor.started(folder, Capabilities.none())) {
            Path file = folder.resolve("vm.conf");
            editor.open(file, text.text());
            return ask.of(
                    editor, new TextDocumentIdentifier(file.toUri().toString()), text.caret());
        }
    }

    @Test
    void ofDirectives() {
        assertThat(hover("\tmem").orElseThrow())
                .contains("memory SIZE", "default: 512M", "1M..128G", "OpenBSD 5.9");
        assertThat(hover("{ sw").orElseThrow()).contains("The switch that the interface joins");
        assertThat(hover("swi").orElseThrow()).contains("Describes a virtual switch");
        assertThat(hover("2G\"\n")).isPresent();
        assertThat(hover("/base")).isEmpty();
    }

    @Test
    void ofNames() {
        assertThat(hover("$ra").orElseThrow()).contains("ram = \"2G\"");
        assertThat(hover("{ switch \"up").orElseThrow()).contains("bridge0");
        assertThat(hover("$ram\n}\nvm \"ba").orElseThrow()).contains("1 disk");
    }

    @Test
    void definitions() {
        assertThat(definition("$ra").getFirst().getRange().getStart())
                .isEqualTo(new Position(0, 0));
        assertThat(definition("{ switch \"up").getFirst().getRange().getStart())
                .isEqualTo(new Position(1, 8));
        assertThat(definition("\tmem")).isEmpty();
    }

    @Test
    void definitionOfAnInclude() throws IOException {
        Path part = Files.writeString(folder.resolve("part.conf"), "\n");
        try (Editor editor = Editor.started(folder, Capabilities.none())) {
            Path file = folder.resolve("vm.conf");
            editor.open(file, "include \"part.conf\"\n");
            var params =
                    new DefinitionParams(
                            new TextDocumentIdentifier(file.toUri().toString()),
                            new Position(0, 12));
            assertThat(
                            Editor.get(editor.server.getTextDocumentService().definition(params))
                                    .getLeft()
                                    .getFirst()
                                    .getUri())
                    .isEqualTo(part.toUri().toString());
        }
    }
}
