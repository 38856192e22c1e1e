package vmconf.plan.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// The files of `testdata/corpus/diff/tree`, as they are or after an edit of
/// `testdata/corpus/diff/edits`: under `file: NAME`, lines with `-` are replaced by the lines with
/// `+` behind them, wherever they stand; lines with `#` are remarks.
final class EditedTree {
    private static final String FOLDER = "testdata/corpus/diff";

    private final Map<String, String> texts = new HashMap<>();

    EditedTree() {
        try (Stream<Path> files = Files.list(Golden.root().resolve(FOLDER + "/tree"))) {
            for (Path file : files.toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all edits.
    static List<String> edits() {
        return Golden.names(FOLDER + "/edits", ".edit");
    }

    EditedTree edit(String name) throws IOException {
        Path edit = Golden.root().resolve(FOLDER + "/edits/" + name + ".edit");
        String file = "";
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : Files.readAllLines(edit)) {
            boolean starts =
                    line.startsWith("file: ") || (line.startsWith("-") && !after.isEmpty());
            if (starts && !after.isEmpty()) {
                replace(file, before, after);
            }
            if (line.startsWith("file: ")) {
                file = line.substring("file: ".length());
            } else if (line.startsWith("-")) {
                before.append(line, 1, line.length()).append('\n');
            } else if (line.startsWith("+")) {
                after.append(line, 1, line.length()).append('\n');
            }
        }
        replace(file, before, after);
        return this;
    }

    private void replace(String file, StringBuilder before, StringBuilder after) {
        String text = texts.getOrDefault(file, "");
        if (!text.contains(before)) {
            throw new AssertionError(file + " has no\n" + before);
        }
        texts.put(file, text.replace(before, after));
        before.setLength(0);
        after.setLength(0);
    }

    Plan plan() {
        Sources sources =
                path ->
                        texts.containsKey(path)
                                ? new Sources.Answer.Found(file(path))
                                : new Sources.Answer.Refused("no such file");
        Compilation compilation =
                Compiler.compileWithProvenance(
                        file("vm.conf"), sources, Options.forTarget(Target.NATIVE));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    private SourceFile file(String name) {
        return SourceFile.of(name, texts.getOrDefault(name, ""));
    }
}
