package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.TextEdit;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.completion.Completion;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.PositionEncoding;
import vmconf.lsp.document.Text;
import vmconf.lsp.workspace.Analyses;
import vmconf.lsp.workspace.Question;
import vmconf.lsp.workspace.Snapshot;
import vmconf.lsp.workspace.View;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

/// What is proposed can be accepted, at any place of any file where the line ends: it never brings
/// a mistake of form.
class ProposalProperties {
    private static final List<String> FILES = files();

    private static List<String> files() {
        try (Stream<Path> all = Files.walk(Corpus.folder())) {
            return all.filter(each -> each.toString().endsWith(".conf"))
                    .sorted()
                    .map(ProposalProperties::read)
                    .filter(text -> text.length() < 4_000)
                    // The tests here count lines by line feeds alone.
                    .filter(text -> text.indexOf('\r') < 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 1500)
    void proposalsParse(@ForAll long seed) {
        Random random = new Random(seed);
        String whole = FILES.get(random.nextInt(FILES.size()));
        int caret = random.nextInt(whole.length() + 1);
        if (random.nextInt(3) == 0) {
            // A file that is being written: behind the caret, blocks are only closed.
            String before = whole.substring(0, caret);
            check(before + closing(before), caret);
        } else {
            check(whole, caret);
        }
    }

    private static String closing(String text) {
        int depth = 0;
        for (Written each : Written.of(SourceFile.of("", text), Vocabulary.OPENBSD)) {
            depth += each.kind() == Written.Kind.OPEN ? 1 : 0;
            depth -= each.kind() == Written.Kind.CLOSE && depth > 0 ? 1 : 0;
        }
        return "\n" + "}\n".repeat(depth);
    }

    private static void check(String text, int caret) {
        int end = text.indexOf('\n', caret);
        String rest = text.substring(caret, end < 0 ? text.length() : end).strip();
        List<CompletionItem> items = items(text, caret);
        String above = text.substring(0, caret).replace("\\\n", "  ").stripTrailing();
        String line = above.substring(above.lastIndexOf('\n') + 1);
        // A block that is begun and not opened takes what follows for its own.
        boolean begun = above.matches("(?s)(.*\n)?\\s*(vm|switch)\\b[^{\n]*(\n[^{\n]*)?");
        if (!rest.isEmpty() || begun) {
            return;
        }
        // The first line of a block may hold two options, but only as long as it is the first.
        boolean first = line.matches("vm\\b.*\\{");
        long before =
                Math.max(
                        problems(text),
                        first
                                ? problems(
                                        text.substring(0, caret)
                                                + " enable"
                                                + text.substring(caret))
                                : 0);
        for (CompletionItem item : items) {
            String accepted = accepted(text, item);
            assertThat(problems(accepted))
                    .as("%s in %s%n->%n%s", item.getLabel(), mark(text, caret), accepted)
                    .isLessThanOrEqualTo(before);
        }
    }

    private static String mark(String text, int caret) {
        return text.substring(0, caret) + "<caret>" + text.substring(caret);
    }

    private static List<CompletionItem> items(String text, int caret) {
        String uri = "untitled:" + text.hashCode();
        Document document = new Document(uri, 1, new Text(text, PositionEncoding.UTF16));
        Snapshot snapshot = Snapshot.EMPTY.opened(document);
        View view = new Analyses(PositionEncoding.UTF16).view(snapshot, () -> false);
        Question question = new Question(view, view.about(uri).orElseThrow(), document, caret);
        return new Completion(true, true).at(question).getItems();
    }

    private static long problems(String text) {
        return Compiler.read(
                        SourceFile.of("", text), Sources.none(), Options.forTarget(Target.OPENBSD))
                .problems()
                .size();
    }

    /// The text with an item, in which every place of a snippet has what stands there at first.
    private static String accepted(String text, CompletionItem item) {
        TextEdit edit = item.getTextEdit().getLeft();
        int start = Marked.offset(text, edit.getRange().getStart());
        int end = Marked.offset(text, edit.getRange().getEnd());
        String inserted =
                edit.getNewText()
                        .replaceAll("\\$\\{\\d+:([^}]*)}", "$1")
                        .replaceAll("\\$0", "")
                        .replaceAll("\\\\([\\\\$}])", "$1");
        return text.substring(0, start) + inserted + text.substring(end);
    }
}
