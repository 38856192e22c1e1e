package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// The vm.confs of `docs/examples`: nothing is to be said of them, and they do what they say.
@Tag("qemu")
@Timeout(300)
class ExamplesTest {
    @TempDir Path folder = Path.of("");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Golden.root().resolve("docs/examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsToBeSaid(Path file) throws Exception {
        SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
        for (Target target : List.of(Target.NATIVE, Target.OPENBSD)) {
            assertThat(Compiler.compile(source, Sources.none(), Options.forTarget(target)).report())
                    .isEmpty();
        }
    }

    /// By example: options of the daemon besides `--create-bridges`, and each tap by what it is
    /// called, with its bridge and its addresses.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            bridged            |       | vm1-if0-web bridge0
            nat                | --nat | vm1-if0-web 100.64.1.2/31
            host-only          |       | vm1-if0-db 100.64.1.2/31 fd12:3456:789a:0:6440:103:0:1/96
            isolated           |       | ``
            switch             |       | vm1-if0-app bridge0, vm2-if0-db bridge0
            several-interfaces |       | vm1-if0-router 100.64.1.2/31, vm1-if1-router 100.64.1.4/31, vm1-if2-router 100.64.1.6/31
            static-lladdr      |       | vm1-if0-web bridge0
            """)
    void doesWhatItSays(String name, @Nullable String option, String taps) throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "example")) {
            String conf =
                    Files.readString(Golden.root().resolve("docs/examples/" + name + ".conf"));
            world.begin(small(conf), option == null ? "--create-bridges" : option);
            Wait.until(
                    "all run",
                    () ->
                            world.vmctl("status")
                                    .out()
                                    .lines()
                                    .skip(1)
                                    .allMatch(each -> each.contains(" running ")));
            List<String> expected = taps.isEmpty() ? List.of() : List.of(taps.split(", "));
            assertThat(world.taps()).isEqualTo(expected);
            assertThat(world.does("drift")).isEqualTo("no differences\n");
            assertThat(world.does("doctor")).contains("0 errors, 0 warnings");
            if (option != null) {
                assertThat(world.host("nft list ruleset")).contains("table ip vmd_nat");
            }
            world.end();
        }
    }

    /// With guests of this repository.
    private String small(String conf) throws IOException {
        for (String each : List.of("web", "db", "vault", "app", "router")) {
            Path image = folder.resolve(each + ".img");
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        }
        return conf.replace("/var/vm", folder.toString()).replace("memory 1G", "memory 64M");
    }

    @Test
    void theSevenOfTheGuideAreThere() throws Exception {
        assertThat(files()).hasSize(7);
    }
}
