package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;

class SummaryCommandTest {
    private static final String ONE = "vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory 2G\n}\n";
    private static final String TWO =
            """
            switch "off" {
            	interface bridge1
            	disable
            }
            switch "lan" { interface bridge0 }
            vm "b" {
            	disable
            	disk "/b.img"
            	disk "/b2.img"
            	interface { switch "lan" }
            	interface { switch "lan" }
            	interface { up }
            }
            vm "b" instance "c" {
            	disk "/c.img"
            	cpus 4
            	local interface
            }
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void theExample(String format) throws IOException {
        String conf = Files.readString(Golden.root().resolve("examples/site/vm.conf"));
        Ran ran = Ran.vmconf(conf, "summary", "--format", format, "--stdin-name", "vm.conf", "-");
        assertThat(ran.status()).isZero();
        Golden.check("testdata/corpus/summary/site." + format, ran.out());
    }

    @Test
    void eachFileHasASectionAndAllTogetherHaveOne() throws IOException {
        String one = Files.writeString(folder.resolve("one.conf"), ONE).toString();
        String two = Files.writeString(folder.resolve("two.conf"), TWO).toString();
        Ran ran = Ran.vmconf("", "summary", "--target", "native", one, two);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().replace(folder.toString(), "DIR"))
                .isEqualTo(
                        """
                        DIR/one.conf (for native)
                                       all  enabled
                          VMs            1        1
                          instances      0        0
                          memory      2.0G     2.0G
                          cpus           1        1
                          disks          1        1
                          interfaces     0        0

                        DIR/two.conf (for native)
                                       all  enabled
                          VMs            2        1
                          instances      1        1
                          memory      1.0G     512M
                          cpus           5        4
                          disks          3        1
                          interfaces     6        3

                          switch          interface      VMs  enabled  interfaces
                          off (disabled)  bridge1          0        0           0
                          lan             bridge0          2        1           3
                          (local)         100.64.0.0/10    1        1           1
                          (none)                           2        1           2

                        all 2 files
                                       all  enabled
                          VMs            3        2
                          instances      1        1
                          memory      3.0G     2.5G
                          cpus           6        5
                          disks          4        2
                          interfaces     6        3
                        """);
    }

    @Test
    void jsonHasTheSameNumbers() {
        Ran ran = Ran.vmconf(TWO, "summary", "--target", "native", "--format", "json", "-");
        JsonNode json = new JsonMapper().readTree(ran.out());
        assertThat(json.at("/files/0/all/memory").asLong()).isEqualTo(1L << 30);
        assertThat(json.at("/files/0/switches/1/interfaces").asInt()).isEqualTo(3);
        assertThat(json.at("/files/0/unconnected/vms").asInt()).isEqualTo(2);
        assertThat(json.at("/total/enabled")).isEqualTo(json.at("/files/0/enabled"));
        long joined =
                Stream.of("/switches/0", "/switches/1", "/local", "/unconnected")
                        .mapToLong(each -> json.at("/files/0" + each + "/interfaces").asLong())
                        .sum();
        assertThat(joined).isEqualTo(json.at("/files/0/all/interfaces").asLong());
    }

    @Test
    void aPlanIsCountedLikeItsFile() {
        String plan = Ran.vmconf(TWO, "compile", "--target", "native", "-").out();
        assertThat(Ran.vmconf(plan, "summary", "-"))
                .isEqualTo(Ran.vmconf(TWO, "summary", "--target", "native", "-"));
    }

    @Test
    void whatHasNoPlanIsSaidAndTheRestIsCounted() {
        Ran ran = Ran.vmconf(ONE, "summary", "gone.conf", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("vmconf summary: cannot read gone.conf: no such file\n");
        assertThat(ran.out()).startsWith("<stdin> (for openbsd)\n").doesNotContain("all 1");
        Ran faulty = Ran.vmconf("vm {", "summary", "--format", "json", "-");
        assertThat(faulty.status()).isEqualTo(1);
        assertThat(faulty.err()).contains("error");
        assertThat(new JsonMapper().readTree(faulty.out()).at("/total/files").asInt()).isZero();
    }

    @Test
    void textOfAPlanStaysOnItsLine() {
        String plan = Ran.vmconf(TWO, "compile", "--target", "native", "-").out();
        String odd = plan.replace("name: lan", "name: \"a\\nb\\tc\\e\"");
        assertThat(Ran.vmconf(odd, "summary", "-").out()).contains("  a␊b␉c␛   ");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Ran.vmconf("", "summary", "-").out())
                .contains("memory        0        0\n")
                .doesNotContain("switch");
        Ran none = Ran.vmconf("", "summary");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .startsWith("vmconf summary: expected at least one file; \"-\" is standard input");
    }
}
