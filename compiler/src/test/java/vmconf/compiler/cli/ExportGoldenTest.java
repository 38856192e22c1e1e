package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.export.Exporter;
import vmconf.testdata.Golden;

/// Everything that an export writes and says, for a file that has everything.
class ExportGoldenTest {
    private static final String FOLDER = "testdata/corpus/export/";
    private static final Pattern NAME = Pattern.compile("(?m)^==> (.*) <==$");

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
    void theFilesAndTheLosses(String conf, String target) throws Exception {
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
        Exporter exporter = ExportTargets.named(target);
        assertThat(NAME.matcher(ran.out()).results().map(each -> Path.of(each.group(1))))
                .allMatch(each -> hasName(exporter, each));
    }

    private static boolean hasName(Exporter target, Path file) {
        return target.names().stream()
                .anyMatch(
                        each -> file.getFileSystem().getPathMatcher("glob:" + each).matches(file));
    }
}
