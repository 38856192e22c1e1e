package vmconf.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// vm.conf files with the verdict of vmd's own parser, `testdata/corpus/vmd`.
public final class Corpus {
    private Corpus() {}

    /// The folder of the files. Their paths are relative to it, as are those of the files they
    /// include.
    public static Path folder() {
        return Golden.root().resolve("testdata/corpus/vmd");
    }

    /// Every file with its verdict.
    public static List<Verdict> verdicts() {
        JsonMapper mapper = new JsonMapper();
        try (Stream<String> lines = Files.lines(folder().resolve("expected.jsonl"))) {
            return lines.map(mapper::readTree).map(Corpus::verdict).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict verdict(JsonNode node) {
        return new Verdict(
                node.get("file").asString(),
                node.get("args").valueStream().map(JsonNode::asString).toList(),
                node.get("accept").asBoolean(),
                node.get("stderr").asString(),
                node.get("crash").asBoolean(),
                node);
    }

    /// What `vmd -n` says of a file.
    ///
    /// @param arguments further arguments of the command line, such as `-D a=b`
    /// @param accept vmd takes the file
    /// @param stderr everything that vmd prints
    /// @param crash vmd is killed over it, so its verdict is incomplete
    /// @param details everything that is recorded, as the folder's README has it
    public record Verdict(
            String file,
            List<String> arguments,
            boolean accept,
            String stderr,
            boolean crash,
            JsonNode details) {
        /// Macros of the command line, as `NAME=VALUE`.
        public List<String> macros() {
            return Stream.iterate(0, i -> i + 1)
                    .limit(arguments.size())
                    .filter(i -> i > 0 && arguments.get(i - 1).equals("-D"))
                    .map(arguments::get)
                    .toList();
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
