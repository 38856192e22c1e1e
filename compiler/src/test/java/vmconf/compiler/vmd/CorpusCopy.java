package vmconf.compiler.vmd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vmconf.testdata.Corpus;

/// A copy of the corpus with the symbolic links that it wants and a repository cannot hold safely.
public final class CorpusCopy {
    private CorpusCopy() {}

    /// @param folder an empty one
    public static void into(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.folder())) {
            files.skip(1).forEach(each -> copy(each, folder));
        }
        Path images = folder.resolve("files");
        Files.createSymbolicLink(images.resolve("link.img"), Path.of("a.img"));
        Files.createSymbolicLink(images.resolve("broken.img"), Path.of("nowhere"));
        Files.createSymbolicLink(images.resolve("loop"), Path.of("loop"));
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(Corpus.folder().relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
