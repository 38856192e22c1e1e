package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

/// The judge against the reference: every file of the corpus, every byte that vmd prints.
class JudgeTest {
    @TempDir static Path folder;

    static List<Corpus.Verdict> verdicts() {
        return Corpus.verdicts();
    }

    /// A copy with the symbolic links that the corpus wants and a repository cannot hold safely.
    @BeforeAll
    static void copyCorpus() throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.folder())) {
            files.skip(1).forEach(JudgeTest::copy);
        }
        Path images = folder.resolve("files");
        Files.createSymbolicLink(images.resolve("link.img"), Path.of("a.img"));
        Files.createSymbolicLink(images.resolve("broken.img"), Path.of("nowhere"));
        Files.createSymbolicLink(images.resolve("loop"), Path.of("loop"));
    }

    private static void copy(Path file) {
        try {
            Files.copy(file, folder.resolve(Corpus.folder().relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void printsWhatVmdPrints(Corpus.Verdict expected) {
        Sources sources = new DiskSources(folder);
        if (!(sources.read(expected.file()) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(expected.file() + " cannot be read");
        }
        List<CommandLineMacro> macros =
                expected.macros().stream()
                        .flatMap(each -> CommandLineMacro.parse(each).stream())
                        .toList();
        Verdict verdict = Judge.judge(file, sources, new LinuxHost(folder), macros);
        if (expected.unsteady()) {
            assertThat(verdict.stderr()).isNotEmpty();
            return;
        }
        assertThat(verdict).isEqualTo(new Verdict(expected.accept(), expected.stderr()));
    }
}
