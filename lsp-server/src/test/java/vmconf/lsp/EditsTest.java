package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/// However a text came about, its diagnostics are those of opening it.
class EditsTest {
    private static final String TEXT =
            """
            ram = "1G"
            switch "up" {
            	interface bridge0
            }
            vm "\u00e4\uD83D\uDE00" {
            	memory $ram
            	dsk "a"
            	interface { switch "down" }
            }
            vm 'b' {\r
            	disk "x" format "vdi"
            }
            """;
    private static final List<String> PIECES =
            List.of(
                    "x",
                    "\n",
                    "\r\n",
                    "\"",
                    "{",
                    "}",
                    "vm \"c\" {",
                    "memory 1G\n",
                    "$ram",
                    "\u00e4");

    private static @Nullable Editor editor;
    private static int files;

    @BeforeContainer
    static void start() {
        editor = Editor.started(Path.of("/nowhere"), Capabilities.full());
    }

    @AfterContainer
    static void stop() {
        editor().close();
    }

    private static Editor editor() {
        return java.util.Objects.requireNonNull(editor);
    }

    private static Path next() {
        return Path.of("/nowhere/" + files++ + ".txt");
    }

    private static List<Diagnostic> opened(String text) {
        Path file = next();
        editor().open(file, text);
        List<Diagnostic> found = editor().diagnostics(file);
        editor().close(file);
        return found;
    }

    /// Related places name the file itself.
    private static List<String> shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(each -> each.getRange() + " " + each.getCode() + " " + each.getMessage())
                .toList();
    }

    private static Position position(String text, int offset) {
        return Marked.of(text.substring(0, offset) + "<caret>" + text.substring(offset)).caret();
    }

    @Example
    void typedCharacterByCharacter() {
        Path file = next();
        editor().open(file, "");
        for (int i = 0; i < TEXT.length(); ) {
            int next = i + 1;
            while (next < TEXT.length() && between(TEXT, next) < next) {
                next++;
            }
            Position end = position(TEXT.substring(0, i), i);
            String typed = TEXT.substring(i, next);
            editor().change(file, new TextDocumentContentChangeEvent(new Range(end, end), typed));
            i = next;
        }
        assertThat(shown(editor().diagnostics(file))).isEqualTo(shown(opened(TEXT))).isNotEmpty();
        editor().close(file);
    }

    @Property(tries = 60)
    void anyEdits(@ForAll long seed) {
        Random random = new Random(seed);
        Path file = next();
        String text = TEXT;
        editor().open(file, text);
        for (int i = 0; i < 12; i++) {
            int start = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), start + random.nextInt(8));
            start = between(text, start);
            end = Math.max(start, between(text, end));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            editor().change(
                            file,
                            new TextDocumentContentChangeEvent(
                                    new Range(position(text, start), position(text, end)), piece));
            text = text.substring(0, start) + piece + text.substring(end);
        }
        assertThat(shown(editor().diagnostics(file))).isEqualTo(shown(opened(text)));
        assertThat(seen(file, text)).isEqualTo(freshlySeen(text));
        editor().close(file);
    }

    private static List<String> freshlySeen(String text) {
        Path file = next();
        editor().open(file, text);
        List<String> seen = seen(file, text);
        editor().close(file);
        return seen;
    }

    /// What the server makes of a text beside its diagnostics.
    private static List<String> seen(Path file, String text) {
        TextDocumentIdentifier document = new TextDocumentIdentifier(file.toUri().toString());
        TextDocumentService server = editor().server.getTextDocumentService();
        Position middle = position(text, between(text, text.length() / 2));
        return List.of(
                Editor.get(server.semanticTokensFull(new SemanticTokensParams(document)))
                        .getData()
                        .toString(),
                Editor.get(server.foldingRange(new FoldingRangeRequestParams(document))).toString(),
                Editor.get(server.documentSymbol(new DocumentSymbolParams(document)))
                        .toString()
                        .replace(document.getUri(), ""),
                editor().complete(file, middle).toString(),
                String.valueOf(Editor.get(server.hover(new HoverParams(document, middle)))));
    }

    /// No position of the protocol lies inside a character or inside the end of a line.
    private static int between(String text, int offset) {
        boolean inside =
                offset > 0
                        && offset < text.length()
                        && (Character.isLowSurrogate(text.charAt(offset))
                                || (text.charAt(offset - 1) == '\r'
                                        && text.charAt(offset) == '\n'));
        return inside ? offset - 1 : offset;
    }
}
