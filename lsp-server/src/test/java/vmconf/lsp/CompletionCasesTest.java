package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vmconf.testdata.Golden;

/// The cases of `testdata/corpus/lsp/completion.txt`: a text with a caret, and what is proposed
/// there.
///
/// A case is a line of `=== name`, the text, a line of `---`, and one line for each expectation:
/// `= a b` for exactly these, `+ a b` for these among others, `- a b` for none of these. Labels
/// with blanks are written with `_`. What stands above `=== ` for the first time is put above every
/// text.
class CompletionCasesTest {
    private static final Path FILE = Golden.root().resolve("testdata/corpus/lsp/completion.txt");

    @TempDir static Path folder = Path.of("/");

    private record Case(String name, String text, List<String> expectations) {}

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Scene.write(folder, "images/web.img", "");
        Scene.write(folder, "images/db.qcow2", "");
        Scene.write(folder, "images/install.iso", "");
        Scene.write(folder, "images/notes.txt", "");
        Scene.write(folder, "parts/net.conf", "");
        List<Case> cases = read(Files.readString(FILE));
        assertThat(cases.size()).isGreaterThanOrEqualTo(150);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.name, () -> check(each)));
    }

    private static List<Case> read(String text) {
        String[] parts = text.split("(?m)^=== ", -1);
        List<Case> cases = new ArrayList<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int name = part.indexOf('\n');
            int end = part.indexOf("\n---\n");
            cases.add(
                    new Case(
                            part.substring(0, name),
                            parts[0] + part.substring(name + 1, Math.max(end, name + 1)),
                            part.substring(end + 5).lines().filter(l -> !l.isBlank()).toList()));
        }
        return cases;
    }

    private static void check(Case each) {
        Marked text = Marked.of(each.text);
        String target = each.name.contains("(native)") ? "native" : "";
        try (Editor editor = Editor.started(folder, Capabilities.full(), target)) {
            Path file = folder.resolve("vm.conf");
            editor.open(file, text.text());
            if (each.name.contains("(native)")) {
                editor.awaitSettings();
            }
            List<String> labels =
                    editor.complete(file, text.caret()).stream()
                            .map(CompletionItem::getLabel)
                            .map(label -> label.replace(' ', '_'))
                            .toList();
            for (String expected : each.expectations) {
                String[] words = expected.substring(1).strip().split("\\s+", -1);
                List<String> wanted = expected.length() == 1 ? List.of() : List.of(words);
                switch (expected.charAt(0)) {
                    case '=' -> assertThat(labels).containsExactlyInAnyOrderElementsOf(wanted);
                    case '+' -> assertThat(labels).containsAll(wanted);
                    case '-' -> assertThat(labels).doesNotContainAnyElementsOf(wanted);
                    default -> throw new AssertionError("not understood: " + expected);
                }
            }
        }
    }
}
