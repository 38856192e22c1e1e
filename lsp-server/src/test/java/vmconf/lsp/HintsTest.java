package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemResolveSupportCapabilities;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlineValueContext;
import org.eclipse.lsp4j.InlineValueParams;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown between the lines, while typing, and beside the text.
class HintsTest {
    private static final String TEXT =
            """
            ram = "2G"
            switch "lan" {
            	interface bridge0
            }
            vm "base" {
            	disk "/b.img"
            	local interface
            	interface { switch "lan" lladdr fe:e1:bb:00:00:01 }
            }
            vm "base" instance "web" {
            	disk "/w.img"
            	memory $ram
            	interface { switch "lan" }
            }
            """;

    @TempDir Path folder = Path.of("/");

    private List<String> hints(String target) {
        try (Scene scene = Scene.in(folder)) {
            scene.editor.target = target;
            scene.open(TEXT);
            var params = new InlayHintParams(scene.document(), scene.all());
            return scene.ask(s -> s.inlayHint(params)).stream()
                    .map(each -> each.getPosition().getLine() + " " + each.getLabel().getLeft())
                    .toList();
        }
    }

    @Test
    void valuesThatNobodyWrote() {
        assertThat(hints("openbsd"))
                .hasSize(3)
                .anySatisfy(hint -> assertThat(hint).isEqualTo("4 memory 512M"))
                .anySatisfy(hint -> assertThat(hint).matches("6 fe:e1:bb:.* 100\\.64\\.1\\.3"))
                .anySatisfy(hint -> assertThat(hint).startsWith("12 fe:e1:bb:"));
    }

    @Test
    void usersOfBlocks() {
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            assertThat(scene.askAll(s -> s.codeLens(new CodeLensParams(scene.document()))))
                    .extracting(
                            lens ->
                                    Scene.shown(lens.getRange())
                                            + " "
                                            + lens.getCommand().getTitle())
                    .containsExactly("1:8-11 2 interfaces", "4:4-8 1 instance");
        }
    }

    @Test
    void valuesOfMacros() {
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            var params =
                    new InlineValueParams(
                            scene.document(), scene.all(), new InlineValueContext(1, scene.all()));
            List<?> values = scene.askAll(s -> s.inlineValue(params));
            assertThat(values).hasSize(1);
            assertThat(values.toString()).contains("ram = 2G");
        }
    }

    private SignatureHelp signature(String marked) {
        try (Scene scene = Scene.in(folder).open(marked)) {
            var params = new SignatureHelpParams(scene.document(), scene.caret());
            return scene.ask(s -> s.signatureHelp(params));
        }
    }

    @Test
    void formsOfDirectives() {
        SignatureHelp disk = signature("vm \"a\" {\n\tdisk <caret>");
        assertThat(disk.getSignatures().getFirst().getLabel())
                .isEqualTo("disk PATH [format FORMAT]");
        assertThat(disk.getActiveParameter()).isZero();
        assertThat(signature("vm \"a\" {\n\tdisk \"/x\" format <caret>").getActiveParameter())
                .isEqualTo(1);
        assertThat(
                        signature("staggered start parallel 2 delay <caret>")
                                .getSignatures()
                                .getFirst()
                                .getLabel())
                .startsWith("staggered start");
        assertThat(signature("vm \"a\" {\n\t<caret>")).isNull();
        assertThat(signature("# disk <caret>")).isNull();
        assertThat(signature("vm \"a\" {\n\tdisk \"/x\" # <caret>\n}\n")).isNull();
        assertThat(signature("# a comment above\nvm \"a\" {\n\tdisk <caret>")).isNotNull();
    }

    @Test
    void documentationComesWhenItIsAskedFor() {
        ClientCapabilities capabilities = Capabilities.full();
        CompletionItemCapabilities items = new CompletionItemCapabilities(true);
        items.setResolveSupport(
                new CompletionItemResolveSupportCapabilities(List.of("documentation")));
        capabilities.getTextDocument().getCompletion().setCompletionItem(items);
        try (Scene scene = Scene.in(folder, capabilities).open("vm \"a\" {\n\tmem<caret>\n}\n")) {
            CompletionItem memory =
                    scene.editor.complete(scene.file(), scene.caret()).stream()
                            .filter(each -> each.getLabel().equals("memory"))
                            .findFirst()
                            .orElseThrow();
            assertThat(memory.getDocumentation()).isNull();
            CompletionItem resolved = scene.ask(s -> s.resolveCompletionItem(memory));
            assertThat(resolved.getDocumentation().getRight().getValue()).contains("1M..128G");
        }
    }

    @Test
    void rulesAreShown() {
        ClientCapabilities capabilities = Capabilities.full();
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setShowDocument(new ShowDocumentCapabilities(true));
        capabilities.setWindow(window);
        try (Scene scene = Scene.in(folder, capabilities).open(TEXT)) {
            scene.askWorkspace(
                    s ->
                            s.executeCommand(
                                    new ExecuteCommandParams("vmconf.showRule", List.of("VM102"))));
            assertThat(scene.editor.shown)
                    .singleElement()
                    .satisfies(uri -> assertThat(uri).endsWith("/VM102.md"));
        }
    }

    @Test
    void progressOfAWorkspaceOfManyFiles() {
        for (int i = 0; i < 60; i++) {
            Scene.write(
                    folder, "hosts/h" + i + "/vm.conf", "vm \"v" + i + "\" {\n\tdisk \"/d\"\n}\n");
        }
        ClientCapabilities capabilities = Capabilities.full();
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setWorkDoneProgress(true);
        capabilities.setWindow(window);
        try (Scene scene = Scene.in(folder, capabilities).open(TEXT)) {
            WorkspaceSymbolParams params = new WorkspaceSymbolParams("v5");
            assertThat(scene.askWorkspace(s -> s.symbol(params)).getRight()).hasSize(15);
            assertThat(scene.editor.progress.getFirst()).startsWith("create vmconf-");
            assertThat(scene.editor.progress)
                    .anySatisfy(each -> assertThat(each).startsWith("report"));
            params.setWorkDoneToken(Either.forLeft("mine"));
            scene.askWorkspace(s -> s.symbol(params));
            assertThat(scene.editor.progress)
                    .anySatisfy(each -> assertThat(each).startsWith("end vmconf-"));
        }
    }
}
