package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors of sizes that are read.
class ScaledNumberTest {
    private static long read(String word) throws Complaint {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return ScaledNumber.memory(
                word, new Streams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere));
    }

    @ParameterizedTest
    @CsvSource({
        "512M, 536870912",
        "4.5G, 4831838208",
        "1g, 1073741824",
        "1048577, 1048576",
        "1G, 1073741824",
        "+2M, 2097152",
        "1024K, 1048576"
    })
    void readsSizes(String word, long bytes) throws Complaint {
        assertThat(read(word)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, memory size must be at least 1MB",
        "1000000, memory size must be at least 1MB",
        "-1G, memory size must be at least 1MB",
        "512MB, invalid memory size: 512MB: Invalid argument",
        "x, invalid memory size: x: Invalid argument",
        "9999999999999E, invalid memory size: 9999999999999E: Result too large",
        "129G, memory size too large (limit is 128G)"
    })
    void refusesOthers(String word, String message) {
        assertThatThrownBy(() -> read(word)).hasMessage("vmctl: " + message);
    }
}
