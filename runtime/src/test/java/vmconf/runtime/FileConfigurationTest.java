package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;

class FileConfigurationTest {
    private static final String FILE =
            """
            ram = "1G"
            vm "web" {
                disable
                memory $ram
                disk "/var/vm/web.img"
            }
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void valuesKnowTheirPlaces() throws Exception {
        Configuration configuration = configuration(FILE);
        Plan plan = ((Configuration.Outcome.Read) configuration.own()).plan();
        assertThat(told(configuration.why(plan, List.of("web", "memory"))))
                .startsWith("vm \"web\" memory: 1G\n")
                .contains("vm.conf:4:", "vm.conf:1:");
        assertThat(told(configuration.why(plan, List.of("web", "cpus")))).contains("default");
        assertThat(configuration.why(plan, List.of("web", "colour")))
                .isInstanceOf(Configuration.Explained.Unknown.class);
    }

    @Test
    void hugeFileDoesWithout() throws Exception {
        Configuration configuration = configuration(FILE + "#" + " ".repeat(1 << 20) + "\n");
        Plan plan = ((Configuration.Outcome.Read) configuration.own()).plan();
        assertThat(plan.provenance()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInWordsAndAsJson() throws Exception {
        Configuration.Outcome.Refused refused =
                (Configuration.Outcome.Refused)
                        configuration(FILE.replace("memory", "memroy")).own();
        assertThat(refused.report()).contains("vm.conf:4:5", "did you mean \"memory\"?");
        assertThat(refused.json().orElseThrow()).contains("\"line\":4", "\"accept\":false");
    }

    private static String told(Configuration.Explained explained) {
        return ((Configuration.Explained.Told) explained).text();
    }

    private Configuration configuration(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("vm.conf"), text);
        return new FileConfiguration(VmdOptions.parse(List.of("-f", file.toString())), "seed");
    }
}
