package vmconf.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vmconf.testdata.Golden;

/// Inputs to start from.
final class Seeds {
    private Seeds() {}

    /// The vm.conf files of the corpora.
    static Stream<byte[]> corpus() {
        return Stream.of("vmd", "rules").flatMap(folder -> files(folder, ".conf"));
    }

    /// The plans of the corpora.
    static Stream<byte[]> plans() {
        return files("rules", ".plan.yaml");
    }

    private static Stream<byte[]> files(String folder, String ending) {
        Path root = Golden.root().resolve("testdata/corpus").resolve(folder);
        try (Stream<Path> files = Files.list(root)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(Seeds::bytes)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
