package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of the text: layout, renaming, code actions.
class EditActionsTest {
    private static final FormattingOptions OPTIONS = new FormattingOptions(8, false);

    @TempDir Path folder = Path.of("/");

    /// A text after edits, none of which may overlap another.
    static String applied(String text, List<? extends TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(
                Comparator.comparingInt(
                                (TextEdit edit) -> Marked.offset(text, edit.getRange().getStart()))
                        .reversed());
        String changed = text;
        for (TextEdit edit : sorted) {
            int start = Marked.offset(text, edit.getRange().getStart());
            int end = Marked.offset(text, edit.getRange().getEnd());
            changed = changed.substring(0, start) + edit.getNewText() + changed.substring(end);
        }
        return changed;
    }

    private static List<CodeAction> actions(Scene scene, String... only) {
        CodeActionContext context = new CodeActionContext(scene.editor.diagnostics(scene.file()));
        if (only.length > 0) {
            context.setOnly(List.of(only));
        }
        Range range = new Range(scene.caret(), scene.caret());
        CodeActionParams params = new CodeActionParams(scene.document(), range, context);
        return scene.ask(s -> s.codeAction(params)).stream().map(each -> each.getRight()).toList();
    }

    private static Optional<CodeAction> named(List<CodeAction> actions, String title) {
        return actions.stream().filter(each -> each.getTitle().equals(title)).findFirst();
    }

    private String after(String marked, String title) {
        try (Scene scene = Scene.in(folder).open(marked)) {
            List<CodeAction> actions = actions(scene);
            CodeAction action =
                    named(actions, title)
                            .orElseThrow(() -> new AssertionError(titles(actions).toString()));
            return applied(
                    scene.text(),
                    action.getEdit().getChanges().getOrDefault(scene.uri(), List.of()));
        }
    }

    private static List<String> titles(List<CodeAction> actions) {
        return actions.stream().map(CodeAction::getTitle).toList();
    }

    @Test
    void layoutOfADocument() {
        try (Scene scene =
                Scene.in(folder).open("vm   \"a\" {\ndisk \"/a.img\"\n  memory 1G\n}\n")) {
            var params = new DocumentFormattingParams(scene.document(), OPTIONS);
            assertThat(applied(scene.text(), scene.askAll(s -> s.formatting(params))))
                    .isEqualTo("vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory 1G\n}\n");
        }
        try (Scene scene = Scene.in(folder).open("vm \"a\" {{\n")) {
            var params = new DocumentFormattingParams(scene.document(), OPTIONS);
            assertThat(scene.askAll(s -> s.formatting(params))).isEmpty();
        }
    }

    @Test
    void layoutOfSomeLines() {
        try (Scene scene = Scene.in(folder).open("vm \"a\" {\ndisk \"/a.img\"\n  memory 1G\n}\n")) {
            Range range = new Range(new Position(2, 0), new Position(3, 0));
            var params = new DocumentRangeFormattingParams(scene.document(), OPTIONS, range);
            assertThat(applied(scene.text(), scene.askAll(s -> s.rangeFormatting(params))))
                    .isEqualTo("vm \"a\" {\ndisk \"/a.img\"\n\tmemory 1G\n}\n");
        }
    }

    private String typed(String marked, String character) {
        try (Scene scene = Scene.in(folder).open(marked)) {
            var params =
                    new DocumentOnTypeFormattingParams(
                            scene.document(), OPTIONS, scene.caret(), character);
            return applied(scene.text(), scene.askAll(s -> s.onTypeFormatting(params)));
        }
    }

    @Test
    void layoutOfWhatIsTyped() {
        assertThat(typed("vm \"a\" {\ndisk \"/a\"\n  }<caret>\n", "}"))
                .isEqualTo("vm \"a\" {\n\tdisk \"/a\"\n}\n");
        assertThat(typed("vm \"a\" {\n<caret>\n", "\n")).isEqualTo("vm \"a\" {\n\t\n");
        assertThat(typed("vm \"a\" {\n\tinterface {\n<caret>", "\n"))
                .isEqualTo("vm \"a\" {\n\tinterface {\n\t\t");
        assertThat(typed("broken {\n\tvm\n\t}<caret>\n", "}")).isEqualTo("broken {\n\tvm\n}\n");
        assertThat(typed("vm   \"a\" {\n<caret>\n\tdisk \"/a\"\n}\n", "\n"))
                .isEqualTo("vm \"a\" {\n\t\n\tdisk \"/a\"\n}\n");
    }

    @Test
    void renamesAcrossFiles() {
        Scene.write(folder, "part.conf", "switch \"lan\" {\n\tinterface bridge0\n}\n");
        String text =
                "include \"part.conf\"\nvm \"a\" {\n\tdisk \"/a\"\n\tinterface { switch \"l<caret>an\" }\n}\n";
        try (Scene scene = Scene.in(folder).open(text)) {
            var place = new PrepareRenameParams(scene.document(), scene.caret());
            assertThat(scene.ask(s -> s.prepareRename(place)).getSecond().getPlaceholder())
                    .isEqualTo("lan");
            var params = new RenameParams(scene.document(), scene.caret(), "up link");
            Map<String, List<TextEdit>> changes = scene.ask(s -> s.rename(params)).getChanges();
            assertThat(applied(scene.text(), changes.getOrDefault(scene.uri(), List.of())))
                    .contains("{ switch \"up link\" }");
            String part = folder.resolve("part.conf").toUri().toString();
            assertThat(changes.getOrDefault(part, List.of()))
                    .singleElement()
                    .satisfies(edit -> assertThat(Scene.shown(edit.getRange())).startsWith("0:"));
        }
    }

    @Test
    void renamesMacrosAndRefusesWhatCannotBe() {
        String text =
                "r<caret>am = \"1G\"\nmem = \"2G\"\nvm \"a\" {\n\tdisk \"/a\"\n\tmemory $ram\n}\n";
        try (Scene scene = Scene.in(folder).open(text)) {
            var params = new RenameParams(scene.document(), scene.caret(), "size_of");
            WorkspaceEdit edit = scene.ask(s -> s.rename(params));
            assertThat(
                            applied(
                                    scene.text(),
                                    edit.getChanges().getOrDefault(scene.uri(), List.of())))
                    .startsWith("size_of = ")
                    .contains("memory $size_of");
            for (String name : List.of("a b", "mem", "memory", "")) {
                var wrong = new RenameParams(scene.document(), scene.caret(), name);
                assertThatThrownBy(
                                () ->
                                        scene.editor
                                                .server
                                                .getTextDocumentService()
                                                .rename(wrong)
                                                .join())
                        .as(name)
                        .hasMessageContaining("\"" + name + "\"");
            }
            var ranges = new LinkedEditingRangeParams(scene.document(), scene.caret());
            assertThat(scene.ask(s -> s.linkedEditingRange(ranges)).getRanges())
                    .extracting(Scene::shown)
                    .containsExactly("0:0-3", "4:9-12");
        }
    }

    @Test
    void everyFixIsAnAction() {
        assertThat(
                        after(
                                "vm \"a\" {\n\tdisk \"/a\"\n\tme<caret>mry 1G\n}\n",
                                "replace \"memry\" by \"memory\""))
                .isEqualTo("vm \"a\" {\n\tdisk \"/a\"\n\tmemory 1G\n}\n");
    }

    @Test
    void allFixesAtOnce() {
        try (Scene scene =
                Scene.in(folder)
                        .open(
                                "un = \"1\"\nvm \"a\" {\n\tdisk \"/a\"\n\tmemry 1G\n\tdisk \"/b\" frmat raw\n}\n")) {
            CodeAction action = actions(scene, "source.fixAll").getFirst();
            assertThat(action.getKind()).isEqualTo("source.fixAll.vmconf");
            assertThat(
                            applied(
                                    scene.text(),
                                    action.getEdit()
                                            .getChanges()
                                            .getOrDefault(scene.uri(), List.of())))
                    .contains("memory 1G");
        }
    }

    @Test
    void aFindingIsAllowed() {
        String text = "un<caret>used = \"1\"\nvm \"a\" {\n\tdisk \"/a\"\n}\n";
        String changed = after(text, "allow VM102 here");
        assertThat(changed).startsWith("unused = \"1\" # vmconf: allow VM102 reason\n");
        try (Scene scene = Scene.in(folder).open(changed)) {
            assertThat(scene.editor.diagnostics(scene.file())).isEmpty();
        }
        assertThat(after("un<caret>used = \"1\" # mine\n", "allow VM102 here"))
                .isEqualTo("# vmconf: allow VM102 reason\nunused = \"1\" # mine\n");
    }

    @Test
    void aMissingSwitchIsDefined() {
        assertThat(
                        after(
                                "vm \"a\" {\n\tdisk \"/a\"\n\tinterface { switch \"l<caret>an\" }\n}\n",
                                "define switch \"lan\""))
                .startsWith("switch \"lan\" {\n\tinterface bridge0\n}\n\nvm \"a\"");
    }

    @Test
    void macrosAreExtractedAndInlined() {
        String extracted =
                after("vm \"a\" {\n\tdisk \"/a\"\n\tmemory 1<caret>G\n}\n", "extract macro");
        assertThat(extracted)
                .isEqualTo(
                        "memory_value = \"1G\"\nvm \"a\" {\n\tdisk \"/a\"\n\tmemory $memory_value\n}\n");
        assertThat(
                        after(
                                extracted.replace("$memory", "$<caret>memory"),
                                "inline macro \"memory_value\""))
                .isEqualTo("vm \"a\" {\n\tdisk \"/a\"\n\tmemory 1G\n}\n");
    }

    @Test
    void whatAMacroCannotMeanIsNotExtracted() {
        try (Scene scene = Scene.in(folder).open("vm \"a\" {\n\tdisk \"/a<caret> b\"\n}\n")) {
            assertThat(titles(actions(scene))).doesNotContain("extract macro");
        }
    }

    @Test
    void anInstanceIsExpanded() {
        String parent =
                """
                switch "lan" {
                	interface bridge0
                }
                vm "p" {
                	disk "/p"
                	memory 2G
                	interface { switch "lan" }
                }
                """;
        assertThat(
                        after(
                                parent + "vm \"p\" instance \"c<caret>\" {\n\tdisk \"/c\"\n}\n",
                                "expand instance"))
                .endsWith(
                        "vm \"c\" {\n\tmemory 2G\n\tinterface { switch \"lan\" }\n\tdisk \"/c\"\n}\n");
    }

    @Test
    void aMissingFileIsCreated() {
        ClientCapabilities capabilities = Capabilities.full();
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        edits.setResourceOperations(List.of(ResourceOperationKind.Create));
        capabilities.getWorkspace().setWorkspaceEdit(edits);
        try (Scene scene = Scene.in(folder, capabilities).open("include \"n<caret>ew.conf\"\n")) {
            CodeAction action = named(actions(scene), "create \"new.conf\"").orElseThrow();
            assertThat(action.getEdit().getDocumentChanges().getFirst().getRight())
                    .isInstanceOfSatisfying(
                            CreateFile.class,
                            file -> assertThat(file.getUri()).endsWith("/new.conf"));
            assertThat(
                            named(actions(scene), "explain VM103")
                                    .orElseThrow()
                                    .getCommand()
                                    .getCommand())
                    .isEqualTo("vmconf.showRule");
        }
    }

    @Test
    void includesFollowFilesToTheirNewNames() {
        Scene.write(folder, "old/part.conf", "\n");
        try (Scene scene = Scene.in(folder).open("include \"old/part.conf\"\n")) {
            String from = folder.resolve("old").toUri().toString();
            String to = folder.resolve("new").toUri().toString();
            var params = new RenameFilesParams(List.of(new FileRename(from, to)));
            WorkspaceEdit edit = scene.askWorkspace(s -> s.willRenameFiles(params));
            assertThat(
                            applied(
                                    scene.text(),
                                    edit.getChanges().getOrDefault(scene.uri(), List.of())))
                    .isEqualTo("include \"new/part.conf\"\n");
        }
    }
}
