package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shape of documents: symbols, folding, selections, tokens.
class OutlineTest {
    private static final String TEXT =
            """
            # one
            # two
            ram = "2G"
            include "a.conf"
            include "b.conf"
            switch "uplink" {
            	interface bridge0
            }
            vm "base" {
            	disk "/base.img" # where
            	memory $ram
            	interface tap0 { switch "uplink" }
            }
            """;

    @TempDir Path folder = Path.of("/");

    private static ClientCapabilities nested() {
        ClientCapabilities capabilities = Capabilities.full();
        DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        capabilities.getTextDocument().setDocumentSymbol(symbols);
        return capabilities;
    }

    private static String outline(DocumentSymbol symbol) {
        List<String> children = new ArrayList<>();
        symbol.getChildren().forEach(each -> children.add(outline(each)));
        return symbol.getName() + (children.isEmpty() ? "" : children);
    }

    @Test
    void symbolsOfADocument() {
        try (Scene scene = Scene.in(folder, nested()).open(TEXT)) {
            assertThat(
                            scene.askAll(
                                    s ->
                                            s.documentSymbol(
                                                    new DocumentSymbolParams(scene.document()))))
                    .extracting(each -> outline(each.getRight()))
                    .containsExactly(
                            "ram", "a.conf", "b.conf", "uplink", "base[/base.img, interface tap0]");
        }
    }

    @Test
    void symbolsWithoutNesting() {
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            assertThat(
                            scene.askAll(
                                    s ->
                                            s.documentSymbol(
                                                    new DocumentSymbolParams(scene.document()))))
                    .extracting(each -> each.getLeft().getName())
                    .contains("base", "/base.img");
        }
    }

    @Test
    void symbolsOfAWorkspaceAreFoundInFilesThatAreNotOpen() {
        Scene.write(folder, "other/vm.conf", "vm \"mailserver\" {\n\tdisk \"/m.img\"\n}\n");
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            assertThat(
                            scene.askWorkspace(s -> s.symbol(new WorkspaceSymbolParams("msv")))
                                    .getRight())
                    .extracting(WorkspaceSymbol::getName)
                    .containsExactly("mailserver");
            assertThat(scene.askWorkspace(s -> s.symbol(new WorkspaceSymbolParams(""))).getRight())
                    .extracting(WorkspaceSymbol::getName)
                    .contains("mailserver", "base", "uplink", "ram");
        }
    }

    private List<String> folds(ClientCapabilities capabilities) {
        try (Scene scene = Scene.in(folder, capabilities).open(TEXT)) {
            var params = new FoldingRangeRequestParams(scene.document());
            return scene.ask(s -> s.foldingRange(params)).stream().map(OutlineTest::fold).toList();
        }
    }

    private static String fold(FoldingRange range) {
        String kind = range.getKind() == null ? "" : " " + range.getKind();
        return range.getStartLine() + "-" + range.getEndLine() + kind;
    }

    @Test
    void folding() {
        assertThat(folds(Capabilities.full()))
                .containsExactly("5-7", "8-12", "0-1 comment", "3-4 imports");
        ClientCapabilities lines = Capabilities.full();
        FoldingRangeCapabilities folding = new FoldingRangeCapabilities();
        folding.setLineFoldingOnly(true);
        lines.getTextDocument().setFoldingRange(folding);
        assertThat(folds(lines)).contains("5-6", "8-11");
    }

    @Test
    void selectionsGrow() {
        try (Scene scene =
                Scene.in(folder).open(TEXT.replace("{ switch \"up", "{ switch \"up<caret>"))) {
            var params = new SelectionRangeParams(scene.document(), List.of(scene.caret()));
            List<String> ranges = new ArrayList<>();
            SelectionRange range = scene.ask(s -> s.selectionRange(params)).getFirst();
            while (range != null) {
                ranges.add(Scene.shown(range.getRange()));
                range = range.getParent();
            }
            assertThat(ranges)
                    .containsExactly(
                            "11:28-28",
                            "11:26-32",
                            "11:25-33",
                            "11:18-33",
                            "11:17-34",
                            "11:1-35",
                            "8:11-12:0",
                            "8:0-12:1",
                            "0:0-13:0");
        }
    }

    private static String tokens(String text, List<Integer> data) {
        StringBuilder shown = new StringBuilder();
        List<String> lines = text.lines().toList();
        int line = 0;
        int column = 0;
        for (int i = 0; i < data.size(); i += 5) {
            column = data.get(i) > 0 ? data.get(i + 1) : column + data.get(i + 1);
            line += data.get(i);
            String word = lines.get(line).substring(column, column + data.get(i + 2));
            shown.append(word).append(':').append(data.get(i + 3)).append('.');
            shown.append(data.get(i + 4)).append(' ');
        }
        return shown.toString();
    }

    @Test
    void tokensByWhatTheyMean() {
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            var params = new SemanticTokensParams(scene.document());
            SemanticTokens all = scene.ask(s -> s.semanticTokensFull(params));
            assertThat(tokens(TEXT, all.getData()))
                    .contains("# one:3.0 ", "ram:4.1 \"2G\":1.0 ", "include:0.0 \"a.conf\":1.0")
                    .contains("vm:0.0 \"base\":5.1 ", "disk:0.0 \"/base.img\":1.0 # where:3.0 ")
                    .contains("memory:0.0 $ram:4.0 ", "tap0:7.0 switch:0.0 \"uplink\":6.0");
            var range =
                    new SemanticTokensRangeParams(
                            scene.document(), new Range(new Position(10, 0), new Position(11, 0)));
            assertThat(tokens(TEXT, scene.ask(s -> s.semanticTokensRange(range)).getData()))
                    .isEqualTo("memory:0.0 $ram:4.0 ");
        }
    }

    @Test
    void sizesAreNumbers() {
        String text = "vm \"a\" {\n\tmemory 512M\n\tdisk 4x\n\tcdrom G\n}\n";
        try (Scene scene = Scene.in(folder).open(text)) {
            var params = new SemanticTokensParams(scene.document());
            assertThat(tokens(text, scene.ask(s -> s.semanticTokensFull(params)).getData()))
                    .contains("memory:0.0 512M:2.0 disk:0.0 4x:7.0 cdrom:0.0 G:7.0");
        }
    }

    @Test
    void tokensThatHaveChanged() {
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            var params = new SemanticTokensParams(scene.document());
            SemanticTokens before = scene.ask(s -> s.semanticTokensFull(params));
            Position at = new Position(9, 0);
            scene.editor.change(
                    scene.file(),
                    new TextDocumentContentChangeEvent(new Range(at, at), "\tdisable\n"));
            SemanticTokens now = scene.ask(s -> s.semanticTokensFull(params));
            scene.editor.change(
                    scene.file(),
                    new TextDocumentContentChangeEvent(new Range(at, new Position(10, 0)), ""));
            SemanticTokensDelta back =
                    scene.ask(
                                    s ->
                                            s.semanticTokensFullDelta(
                                                    new SemanticTokensDeltaParams(
                                                            scene.document(), now.getResultId())))
                            .getRight();
            List<Integer> data = new ArrayList<>(now.getData());
            for (SemanticTokensEdit edit : back.getEdits()) {
                List<Integer> part =
                        data.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
                part.clear();
                data.addAll(edit.getStart(), edit.getData());
            }
            assertThat(data).isEqualTo(before.getData());
            assertThat(
                            scene.ask(
                                            s ->
                                                    s.semanticTokensFullDelta(
                                                            new SemanticTokensDeltaParams(
                                                                    scene.document(), "unknown")))
                                    .getLeft()
                                    .getData())
                    .isEqualTo(before.getData());
        }
    }
}
