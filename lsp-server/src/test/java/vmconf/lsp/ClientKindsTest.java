package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentContentCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients are told what they say that they can show, and no more.
class ClientKindsTest {
    private static final String UNUSED = "ram = \"1G\"\nvm \"a\" {\n\tdisk \"/a.img\"\n}\n";

    @TempDir Path folder = Path.of("/");

    private MarkupContent hover(ClientCapabilities capabilities) {
        try (Scene scene =
                Scene.in(folder, capabilities).open("vm \"a\" {\n\tme<caret>mory 1G\n}")) {
            HoverParams params = new HoverParams(scene.document(), scene.caret());
            return scene.ask(s -> s.hover(params)).getContents().getRight();
        }
    }

    @Test
    void whoReadsNoMarkdownGetsNone() {
        assertThat(hover(Capabilities.full()).getKind()).isEqualTo(MarkupKind.MARKDOWN);
        MarkupContent plain = hover(Capabilities.none());
        assertThat(plain.getKind()).isEqualTo(MarkupKind.PLAINTEXT);
        assertThat(plain.getValue()).startsWith("memory").doesNotContain("`", "**");
    }

    @Test
    void partsOfSignaturesAreWordsForWhoCountsNoOffsets() {
        try (Scene scene =
                Scene.in(folder, Capabilities.none()).open("vm \"a\" {\n\tmemory <caret>")) {
            SignatureHelpParams params = new SignatureHelpParams(scene.document(), scene.caret());
            assertThat(
                            scene.ask(s -> s.signatureHelp(params))
                                    .getSignatures()
                                    .getFirst()
                                    .getParameters()
                                    .getFirst()
                                    .getLabel()
                                    .getLeft())
                    .isEqualTo("SIZE");
        }
    }

    @Test
    void proposalsHaveOnlyWhatIsKnown() {
        Scene.write(folder, "parts/a.conf", "");
        try (Scene scene =
                Scene.in(folder, Capabilities.none())
                        .open("include \"<caret>\"\nvm \"a\" {\n}\n")) {
            List<CompletionItem> items = scene.editor.complete(scene.file(), scene.caret());
            assertThat(items)
                    .isNotEmpty()
                    .allSatisfy(
                            each -> {
                                assertThat(each.getKind().getValue()).isLessThanOrEqualTo(18);
                                assertThat(each.getCommitCharacters()).isNull();
                            });
        }
    }

    private List<Diagnostic> findings(ClientCapabilities capabilities) {
        try (Scene scene = Scene.in(folder, capabilities).open(UNUSED)) {
            return scene.editor.diagnostics(scene.file());
        }
    }

    @Test
    void tagsAreForWhoKnowsThem() {
        assertThat(findings(Capabilities.full()).getFirst().getTags()).isNotEmpty();
        assertThat(findings(Capabilities.none()).getFirst().getTags()).isNull();
    }

    @Test
    void codesLeadToTheirPages() throws Exception {
        ClientCapabilities capabilities = Capabilities.full();
        assertThat(findings(capabilities).getFirst().getCodeDescription()).isNull();
        capabilities.getTextDocument().getPublishDiagnostics().setCodeDescriptionSupport(true);
        Path page;
        try (Scene scene = Scene.in(folder, capabilities).open(UNUSED)) {
            Diagnostic found = scene.editor.diagnostics(scene.file()).getFirst();
            page = Path.of(URI.create(found.getCodeDescription().getHref()));
            assertThat(page).hasFileName(found.getCode().getLeft() + ".md");
            assertThat(Files.readString(page)).contains("never used");
        }
        assertThat(page.getParent()).doesNotExist();
    }

    @Test
    void actionsAreForWhoTakesThem() {
        try (Scene scene = Scene.in(folder, Capabilities.none()).open(UNUSED)) {
            CodeActionParams params =
                    new CodeActionParams(
                            scene.document(), scene.all(), new CodeActionContext(List.of()));
            assertThat(scene.askAll(s -> s.codeAction(params))).isEmpty();
        }
    }

    @Test
    void editsNameVersionsOrNot() {
        ClientCapabilities capabilities = Capabilities.full();
        RenameParams params = new RenameParams();
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        capabilities.getWorkspace().setWorkspaceEdit(edits);
        String text = UNUSED.replace("}", "\tmemory $r<caret>am\n}");
        params.setNewName("amount");
        try (Scene scene = Scene.in(folder, capabilities).open(text)) {
            params.setTextDocument(scene.document());
            params.setPosition(scene.caret());
            var edit = scene.ask(s -> s.rename(params));
            assertThat(edit.getDocumentChanges()).hasSize(1);
        }
        try (Scene scene = Scene.in(folder).open(text)) {
            assertThat(scene.ask(s -> s.rename(params)).getChanges()).hasSize(1);
        }
    }

    @Test
    void abilitiesAreForWhoKnowsThem() {
        ClientCapabilities capabilities = Capabilities.full();
        capabilities.getWorkspace().setTextDocumentContent(new TextDocumentContentCapabilities());
        try (Editor editor = new Editor();
                Editor simple = new Editor()) {
            InitializeResult all = editor.initialize(folder, capabilities);
            assertThat(all.getCapabilities().getWorkspace().getTextDocumentContent()).isNotNull();
            assertThat(all.getCapabilities().getCodeActionProvider().isRight()).isTrue();
            InitializeResult little = simple.initialize(folder, Capabilities.none());
            assertThat(little.getCapabilities().getWorkspace().getTextDocumentContent()).isNull();
            assertThat(little.getCapabilities().getCodeActionProvider()).isNull();
            assertThat(little.getCapabilities().getRenameProvider().getLeft()).isTrue();
        }
    }
}
