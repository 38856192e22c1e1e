package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.testdata.Golden;

/// Everything that an export writes and says, for a file that has everything.
class ExportGoldenTest {
    private static final String FOLDER = "testdata/corpus/export/";

    static List<Arguments> exports() {
        return Stream.of("office", "cluster")
                .flatMap(
                        conf ->
                                ExportTargets.ALL.stream()
                                        .map(target -> Arguments.of(conf, target.name())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void theFilesAndTheLosses(String conf, String target) throws IOException {
        String file = conf + ".conf";
        Ran ran =
                Ran.vmconf(
                        Files.readString(Golden.root().resolve(FOLDER + file)),
                        "export",
                        target,
                        "--target",
                        "native",
                        "--stdin-name",
                        file,
                        "-");
        Golden.check(FOLDER + conf + "." + target + ".txt", ran.out());
        Golden.check(FOLDER + conf + "." + target + ".losses.txt", ran.err());
        assertThat(ran.status()).isEqualTo(ran.out().isEmpty() ? 1 : 0);
    }
}
