package vmconf.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {
    @ParameterizedTest
    @CsvSource({
        "512M, 536870912",
        "4.5G, 4831838208",
        "1g, 1073741824",
        "1G., 1073741824",
        "1G/x, 1073741824",
        "1048577, 1048576",
        "+2M, 2097152",
        "128G, 137438953472",
        "00000000000000000001G, 1073741824",
        "1048576, 1048576",
        "' 2M', 2097152",
        "'\t2M', 2097152",
        "'\r2M', 2097152",
        "128.0G, 137438953472",
        "1G:, 1073741824",
        "1G@, 1073741824",
        "1G[, 1073741824",
        "1G`, 1073741824",
        "1G{, 1073741824"
    })
    void readsSizes(String word, long bytes) {
        assertThat(MemorySize.parse(word).value()).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "512MB",
                "1.5",
                "1000000",
                "-1G",
                "129G",
                "9E",
                "1.2.3G",
                "--1G",
                "x",
                "1 G",
                "999999999999999999999",
                "0x100000",
                "1048575",
                "1023K",
                "137438953473",
                "++1G",
                "1G0",
                "1G9",
                "1Ga",
                "1Gz",
                "1GA",
                "1GZ"
            })
    void refusesTheRest(String word) {
        assertThat(MemorySize.parse(word).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "000000000000000000001G", "8E", "9007199254740992K"})
    void whatSixtyFourBitsCannotHoldIsTooLarge(String word) {
        assertThat(MemorySize.scan(word)).isEqualTo(new MemorySize.Scan.TooLarge());
    }

    @ParameterizedTest
    @CsvSource({"-1K, -1024", "-7, -7", "7E, 8070450532247928832", ".5K, 512"})
    void scansWhatIsNoSizeOfAMachine(String word, long bytes) {
        assertThat(MemorySize.scan(word)).isEqualTo(new MemorySize.Scan.Bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"+-1M, more than one sign", "1..5M, more than one decimal point"})
    void saysWhatIsWrong(String word, String reason) {
        assertThat(MemorySize.parse(word).refusal()).contains(reason);
    }

    @Test
    void bytesHaveNoDigitsLimit() {
        assertThat(MemorySize.ofBytes(1L << 30).value()).contains(1L << 30);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "1023, 1023B",
        "1048576, 1.0M",
        "1072693248, 1023M",
        "1073741824, 1.0G",
        "1610612736, 1.5G",
        "107267227648, 99.9G",
        "107320705024, 100G",
        "107372085248, 100G",
        "107910004736, 101G",
        "137438953472, 128G",
        "1024, 1.0K",
        "1152921504606846976, 1.0E",
        "9223372036854775807, 8.0E"
    })
    void showsSizes(long bytes, String shown) {
        assertThat(MemorySize.shown(bytes)).isEqualTo(shown);
    }
}
