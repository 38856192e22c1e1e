package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.export.Exporter;
import vmconf.testdata.Golden;

/// Everything that an export writes and says, for a file that has everything.
class ExportGoldenTest {
    private static final String FOLDER = "testdata/corpus/export/";

    static List<String> targets() {
        return ExportTargets.ALL.stream().map(Exporter::name).toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theFilesAndTheLosses(String target) throws IOException {
        Path conf = Golden.root().resolve(FOLDER + "office.conf");
        Ran ran =
                Ran.vmconf(
                        Files.readString(conf),
                        "export",
                        target,
                        "--target",
                        "native",
                        "--stdin-name",
                        "office.conf",
                        "-");
        Golden.check(FOLDER + "office." + target + ".txt", ran.out());
        Golden.check(FOLDER + "office." + target + ".losses.txt", ran.err());
        assertThat(ran.status()).isZero();
    }
}
