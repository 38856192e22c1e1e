package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From which roots files are read, and what is said about them there.
class RootsTest {
    private static final String FRAGMENT = "vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory $ram\n}\n";

    @TempDir Path folder = Path.of("/");

    private static List<String> messages(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> each.getMessage().getLeft()).toList();
    }

    private static void tell(Scene scene, Path changed) {
        FileEvent event = new FileEvent(changed.toUri().toString(), FileChangeType.Changed);
        scene.editor
                .server
                .getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(event)));
    }

    @Test
    void aFragmentIsReadFromTheFileThatIncludesIt() {
        Scene.write(folder, "hosts/alpha.conf", "ram = \"1G\"\ninclude \"parts/web.conf\"\n");
        try (Scene scene = Scene.in(folder).open("parts/web.conf", FRAGMENT)) {
            assertThat(scene.editor.diagnostics(scene.file())).isEmpty();
        }
    }

    @Test
    void blanksAndLettersInNamesOfFilesDoNotHideTheirRoot() {
        Scene.write(folder, "alpha.conf", "ram = \"1G\"\ninclude \"the wéb.conf\"\n");
        try (Scene scene = Scene.in(folder).open("the wéb.conf", FRAGMENT)) {
            assertThat(scene.editor.diagnostics(scene.file())).isEmpty();
        }
    }

    @Test
    void findingsOfTwoRootsAreMergedAndNamed() {
        Scene.write(folder, "alpha.conf", "ram = \"1G\"\ninclude \"web.conf\"\n");
        Scene.write(folder, "beta.conf", "include \"web.conf\"\n");
        String twice = FRAGMENT + "vm \"b\" {\n\tdisk \"/b.img\"\n\tmemory 0\n}\n";
        try (Scene scene = Scene.in(folder).open("web.conf", twice)) {
            assertThat(messages(scene.editor.diagnostics(scene.file())))
                    .hasSize(2)
                    .anySatisfy(
                            message ->
                                    assertThat(message)
                                            .contains("macro \"ram\"")
                                            .endsWith("only when read from \"beta.conf\""))
                    .anySatisfy(message -> assertThat(message).doesNotContain("only when"));
        }
    }

    @Test
    void theUserChoosesARoot() {
        Scene.write(folder, "alpha.conf", "ram = \"1G\"\ninclude \"web.conf\"\n");
        Scene.write(folder, "beta.conf", "include \"web.conf\"\n");
        try (Scene scene = Scene.in(folder).open("web.conf", FRAGMENT)) {
            assertThat(scene.editor.diagnostics(scene.file())).hasSize(1);
            Object uri = new JsonPrimitive(scene.uri());
            Object roots =
                    scene.askWorkspace(
                            s ->
                                    s.executeCommand(
                                            new ExecuteCommandParams(
                                                    "vmconf.roots", List.of(uri))));
            assertThat(roots.toString()).contains("alpha.conf", "beta.conf");
            Object alpha = new JsonPrimitive(folder.resolve("alpha.conf").toUri().toString());
            scene.askWorkspace(
                    s ->
                            s.executeCommand(
                                    new ExecuteCommandParams(
                                            "vmconf.chooseRoot", List.of(uri, alpha))));
            assertThat(scene.editor.await(scene.file(), last -> last.getDiagnostics().isEmpty()))
                    .isEmpty();
            assertThat(scene.ask(s -> s.codeLens(new CodeLensParams(scene.document()))).getFirst())
                    .satisfies(
                            lens ->
                                    assertThat(lens.getCommand().getTitle())
                                            .isEqualTo("read from alpha.conf (2 roots)"));
        }
    }

    @Test
    void aProjectNamesEntriesTargetMacrosAndRules() {
        Scene.write(
                folder,
                ".vmconf.yaml",
                "target: native\nmacros: {ram: 1G}\nrules: {VM102: error}\n");
        try (Scene scene = Scene.in(folder).open(FRAGMENT.replace("}\n", "\tcpus 2\n}\n"))) {
            assertThat(scene.editor.diagnostics(scene.file())).isEmpty();
            Scene.write(folder, ".vmconf.yaml", "target: openbsd\nmacros: {ram: 1G}\n");
            tell(scene, folder.resolve(".vmconf.yaml"));
            assertThat(
                            messages(
                                    scene.editor.await(
                                            scene.file(),
                                            last -> !last.getDiagnostics().isEmpty())))
                    .singleElement()
                    .satisfies(message -> assertThat(message).contains("cpus"));
        }
    }

    @Test
    void aProjectFileThatCannotBeUsedIsReported() {
        Scene.write(folder, ".vmconf.yaml", "target: openbsd\nmacro: {}\n");
        try (Scene scene = Scene.in(folder).open("vm \"a\" {\n\tdisk \"/a.img\"\n}\n")) {
            List<Diagnostic> found =
                    scene.editor.await(
                            folder.resolve(".vmconf.yaml"),
                            last -> !last.getDiagnostics().isEmpty());
            assertThat(messages(found))
                    .singleElement()
                    .satisfies(m -> assertThat(m).contains("macros"));
            assertThat(found.getFirst().getRange().getStart().getLine()).isEqualTo(1);
        }
    }

    private static ClientCapabilities pulling() {
        ClientCapabilities capabilities = Capabilities.full();
        capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
        capabilities.getWorkspace().setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
        return capabilities;
    }

    @Test
    void diagnosticsOfADocumentAreAskedFor() {
        Scene.write(folder, "part.conf", "vm \"b\" {\n\tmemory 0\n}\n");
        try (Scene scene = Scene.in(folder, pulling()).open("include \"part.conf\"\nmemory\n")) {
            DocumentDiagnosticParams params = new DocumentDiagnosticParams(scene.document());
            var report = scene.ask(s -> s.diagnostic(params)).getLeft();
            assertThat(messages(report.getItems())).hasSize(2);
            params.setPreviousResultId(report.getResultId());
            assertThat(scene.ask(s -> s.diagnostic(params)).getRight().getResultId())
                    .isEqualTo(report.getResultId());
            assertThat(scene.editor.published).isEmpty();
        }
    }

    private static final String PULLING =
            "{\"workspace\":{\"diagnostics\":{\"refreshSupport\":true}},"
                    + "\"textDocument\":{\"diagnostic\":{\"relatedDocumentSupport\":%s}}}";

    private static void open(RawClient client, String uri, String text) {
        client.tell(
                "textDocument/didOpen",
                "{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"vmconf\",\"version\":1,\"text\":%s}}"
                        .formatted(uri, new JsonPrimitive(text)));
    }

    private static JsonObject report(RawClient client, String uri, String previous) {
        client.request(
                1,
                "textDocument/diagnostic",
                "{\"textDocument\":{\"uri\":\"%s\"},\"previousResultId\":\"%s\"}"
                        .formatted(uri, previous));
        return client.answer().getAsJsonObject("result");
    }

    /// In bytes, as LSP4J writes such reports and cannot read them.
    @Test
    void reportsBringThoseOfIncludedFilesAlong() {
        Scene.write(folder, "part.conf", "vm \"b\" {\n\tmemory 0\n}\n");
        String top = folder.resolve("vm.conf").toUri().toString();
        String part = folder.resolve("part.conf").toUri().toString();
        try (RawClient client = new RawClient()) {
            client.initialize(PULLING.formatted(true));
            open(client, top, "include \"part.conf\"\nmemory\n");
            JsonObject full = report(client, top, "");
            assertThat(full.get("kind").getAsString()).isEqualTo("full");
            JsonObject related = full.getAsJsonObject("relatedDocuments");
            assertThat(related.keySet()).containsExactly(part);
            assertThat(related.getAsJsonObject(part).getAsJsonArray("items")).hasSize(2);
            JsonObject same = report(client, top, full.get("resultId").getAsString());
            assertThat(same.get("kind").getAsString()).isEqualTo("unchanged");
            assertThat(same.getAsJsonObject("relatedDocuments").keySet()).containsExactly(part);
            // An open one is asked for by itself.
            open(client, part, "vm \"b\" {\n}\n");
            assertThat(report(client, top, "").getAsJsonObject("relatedDocuments").keySet())
                    .isEmpty();
        }
        try (RawClient client = new RawClient()) {
            client.initialize(PULLING.formatted(false));
            open(client, top, "include \"part.conf\"\nmemory\n");
            assertThat(report(client, top, "").has("relatedDocuments")).isFalse();
        }
    }

    @Test
    void diagnosticsOfTheWorkspaceAreAskedFor() {
        Scene.write(folder, "sub/vm.conf", "vm \"b\" {\n\tmemory 0\n\tdisk \"/b.img\"\n}\n");
        try (Scene scene = Scene.in(folder, pulling()).open("vm \"a\" {\n\tdisk \"/a.img\"\n}\n")) {
            WorkspaceDiagnosticParams params = new WorkspaceDiagnosticParams(List.of());
            List<WorkspaceDocumentDiagnosticReport> items =
                    scene.askWorkspace(s -> s.diagnostic(params)).getItems();
            assertThat(items)
                    .anySatisfy(
                            each -> {
                                assertThat(each.getLeft().getUri()).endsWith("/sub/vm.conf");
                                assertThat(each.getLeft().getItems()).isNotEmpty();
                            });
            params.setPreviousResultIds(
                    items.stream()
                            .map(
                                    each ->
                                            new PreviousResultId(
                                                    each.getLeft().getUri(),
                                                    each.getLeft().getResultId()))
                            .toList());
            assertThat(scene.askWorkspace(s -> s.diagnostic(params)).getItems())
                    .allSatisfy(each -> assertThat(each.isRight()).isTrue());
        }
    }

    @Test
    void aChangeInAnIncludeAsksTheClientToAskAgain() {
        try (Scene scene =
                Scene.in(folder, pulling())
                        .open("include \"part.conf\"\nvm \"a\" {\n\tdisk $d\n}\n")) {
            scene.editor.open(folder.resolve("part.conf"), "d = \"/a.img\"\n");
            scene.editor.awaitRefresh("diagnostics");
            scene.editor.change(
                    folder.resolve("part.conf"), new TextDocumentContentChangeEvent("e = \"1\"\n"));
            scene.editor.awaitRefresh("diagnostics");
        }
    }

    @Test
    void theExpandedTextOfARoot() {
        Scene.write(folder, "part.conf", "vm \"b\" {\n\tdisk $image\n}\n");
        try (Scene scene =
                Scene.in(folder).open("image = \"/b.img\"\ninclude \"part.conf\"\n# end\n")) {
            String expected =
                    """
                    image = "/b.img"
                    # include "part.conf"
                    vm "b" {
                    	disk /b.img
                    }
                    # end of "part.conf"
                    # end
                    """;
            assertThat(
                            scene.askWorkspace(
                                            s ->
                                                    s.textDocumentContent(
                                                            new TextDocumentContentParams(
                                                                    "vmconf-expanded:"
                                                                            + scene.uri())))
                                    .getText())
                    .isEqualTo(expected);
            Object uri = new JsonPrimitive(scene.uri());
            Object text =
                    scene.askWorkspace(
                            s ->
                                    s.executeCommand(
                                            new ExecuteCommandParams(
                                                    "vmconf.expand", List.of(uri))));
            assertThat(text).isEqualTo(expected);
        }
    }
}
