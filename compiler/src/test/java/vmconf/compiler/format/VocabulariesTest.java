package vmconf.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

class VocabulariesTest {
    private static final String PLAIN =
            "vm \"a\" {\n\tdisk \"a.img\" format raw\n\tinterface { switch \"lan\" locked lladdr }\n}\n";

    @Test
    void fewDifferWhereFewWordsDo() {
        assertThat(Vocabularies.of(PLAIN))
                .extracting(Target::word)
                .containsExactly(
                        "openbsd", "openbsd-5.9", "openbsd-6.1", "openbsd-6.2", "openbsd-6.3");
        assertThat(Vocabularies.of("vm \"a\" {\n\tcpus 2\n}\n"))
                .extracting(Target::word)
                .containsExactly("openbsd", "native");
    }

    @Test
    void allMayDifferWhereAWordMayBeHidden() {
        assertThat(Vocabularies.of("vm \"a\" { loc\\\ned }\n")).isEqualTo(Vocabularies.ALL);
        assertThat(Vocabularies.of("vm \"a\" { loc\u0002ked }\n")).isEqualTo(Vocabularies.ALL);
    }

    /// What is left out is read as one of those that are not.
    @Test
    void everyTargetReadsTheCorpusAsOneOfThem() throws IOException {
        int saved = 0;
        for (SourceFile file : corpus()) {
            List<Target> different = Vocabularies.of(file.text());
            List<Reading> readings = different.stream().map(each -> read(file, each)).toList();
            for (Target each : Vocabularies.ALL) {
                assertThat(readings.contains(read(file, each)))
                        .as(file.name() + " " + each.word())
                        .isTrue();
            }
            saved += Vocabularies.ALL.size() - different.size();
        }
        assertThat(saved).isPositive();
    }

    private record Reading(List<String> problems, List<Object> shape) {}

    private static Reading read(SourceFile file, Target target) {
        Config config = Expander.expand(file, Sources.none(), target, List.of());
        return new Reading(
                config.problems().stream().map(each -> each.span() + " " + each.message()).toList(),
                List.copyOf(Shape.of(config)));
    }

    private static List<SourceFile> corpus() throws IOException {
        try (Stream<Path> files = Files.walk(Golden.root().resolve("testdata"))) {
            return files.filter(each -> each.toString().endsWith(".conf"))
                    .sorted()
                    .map(VocabulariesTest::file)
                    .toList();
        }
    }

    private static SourceFile file(Path path) {
        try {
            return SourceFile.of(
                    path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
