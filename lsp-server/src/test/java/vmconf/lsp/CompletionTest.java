package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
    private static final String SWITCHES =
            """
            ram = "2G"
            switch "uplink" {
            	interface bridge0
            }
            switch "my lan" {
            	interface bridge1
            }
            vm "base" {
            	disk "/base.img"
            }
            """;

    @TempDir Path folder = Path.of("/");

    private List<CompletionItem> items(String marked, ClientCapabilities capabilities) {
        Marked text = Marked.of(SWITCHES + marked);
        try (Editor editor = Editor.started(folder, capabilities)) {
            Path file = folder.resolve("vm.conf");
            editor.open(file, text.text());
            return editor.complete(file, text.caret());
        }
    }

    private List<String> labels(String marked) {
        return items(marked, Capabilities.none()).stream().map(CompletionItem::getLabel).toList();
    }

    /// The text after an item was accepted.
    private String accept(String marked, String label, ClientCapabilities capabilities) {
        CompletionItem item =
                items(marked, capabilities).stream()
                        .filter(each -> each.getLabel().equals(label))
                        .findFirst()
                        .orElseThrow();
        TextEdit edit = item.getTextEdit().getLeft();
        String text = Marked.of(SWITCHES + marked).text();
        int start = Marked.offset(text, edit.getRange().getStart());
        int end = Marked.offset(text, edit.getRange().getEnd());
        String inserted = edit.getNewText();
        if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
            inserted = inserted.replaceAll("\\$\\{\\d+:([^}]*)}", "$1").replaceAll("\\\\(.)", "$1");
        }
        return text.substring(SWITCHES.length(), start) + inserted + text.substring(end);
    }

    private String accept(String marked, String label) {
        return accept(marked, label, Capabilities.none());
    }

    @Test
    void optionsThatAreValidThere() {
        assertThat(labels("vm \"a\" {\n  <caret>"))
                .contains("memory", "disk", "interface")
                .doesNotContain("vm", "switch", "include", "cpus");
        assertThat(labels("vm \"a\" {\n  interface { sw<caret>"))
                .contains("switch")
                .doesNotContain("disk");
        assertThat(labels("<caret>")).contains("vm", "switch").doesNotContain("memory");
    }

    @Test
    void switchNamesWithAndWithoutQuotes() {
        assertThat(labels("vm \"a\" {\n interface { switch \"<caret>"))
                .containsExactly("uplink", "my lan");
        assertThat(accept("vm \"a\" {\n interface { switch <caret> }", "uplink"))
                .endsWith("{ switch \"uplink\" }");
        assertThat(accept("vm \"a\" {\n interface { switch up<caret> }", "uplink"))
                .endsWith("{ switch uplink }");
        assertThat(accept("vm \"a\" {\n interface { switch my<caret> }", "my lan"))
                .endsWith("{ switch \"my lan\" }");
        assertThat(accept("vm \"a\" {\n interface { switch \"<caret>\" }", "uplink"))
                .endsWith("{ switch \"uplink\" }");
        assertThat(accept("vm \"a\" {\n interface { switch \"u<caret>", "my lan"))
                .endsWith("{ switch \"my lan\"");
        assertThat(accept("vm \"a\" {\n interface { switch '<caret>", "uplink"))
                .endsWith("{ switch 'uplink'");
    }

    @Test
    void parents() {
        assertThat(labels("vm <caret>")).containsExactly("base");
        assertThat(accept("vm <caret>", "base")).isEqualTo("vm \"base\" instance");
        assertThat(accept("vm \"b<caret>", "base")).isEqualTo("vm \"base\" instance");
        assertThat(labels("vm \"base\" i<caret>")).containsExactly("instance");
    }

    @Test
    void macrosFormatsAndSizes() {
        assertThat(labels("vm \"a\" {\n memory $<caret>")).containsExactly("ram");
        assertThat(accept("vm \"a\" {\n memory $r<caret>", "ram")).endsWith("memory $ram");
        assertThat(labels("vm \"a\" {\n disk \"x\" format <caret>"))
                .containsExactly("qcow2", "raw");
        assertThat(labels("vm \"a\" {\n memory <caret>")).contains("1G");
    }

    @Test
    void theRestOfAWordIsReplaced() {
        assertThat(accept("vm \"a\" {\n me<caret>mry 1G", "memory")).endsWith("memory 1G");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vm \"a\" {\n\t<caret>\n}\n",
                "vm \"a\" {\n\tinterface { <caret> }\n}\n",
                "switch \"c\" {\n\tinterface bridge2\n\t<caret>\n}\n",
                "<caret>\n",
                "vm <caret>\n",
                "local <caret>\n",
                "vm \"a\" {\n\tmemory $<caret>\n}\n",
                "vm \"a\" {\n\tallow instance { <caret> }\n}\n",
                "vm \"a\" {\n\tboot device <caret>\n}\n",
                "vm \"a\" {\n\tdisk \"x\" format \"<caret>\"\n}\n",
                "vm \"a\" {\n\tinterface { switch \"<caret>\" }\n}\n"
            })
    void whatIsInsertedParses(String marked) {
        for (CompletionItem item : items(marked, Capabilities.full())) {
            boolean needsMore =
                    List.of("interface", "local", "inet6", "prefix", "locked", "allow", "agentx")
                                    .contains(item.getLabel())
                            && item.getInsertTextFormat() != InsertTextFormat.Snippet;
            String text = accept(marked, item.getLabel(), Capabilities.full());
            try (Editor editor = Editor.started(folder, Capabilities.full())) {
                Path file = folder.resolve("vm.conf");
                editor.open(file, SWITCHES + text);
                assertThat(editor.diagnostics(file))
                        .filteredOn(each -> each.getCode().getLeft().startsWith("VM0"))
                        .filteredOn(each -> !needsMore)
                        .as(text)
                        .isEmpty();
            }
        }
    }
}
