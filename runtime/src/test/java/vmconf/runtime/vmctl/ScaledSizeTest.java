package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "512, 512B",
        "1024, 1.0K",
        "1536, 1.5K",
        "1048575, 1024K",
        "1048576, 1.0M",
        "100536320, 95.9M",
        "536870912, 512M",
        "1072693248, 1023M",
        "1073741823, 1024M",
        "1073741824, 1.0G",
        "1610612736, 1.5G",
        "42949672960, 40.0G",
        "106300440576, 99.0G",
        "107374182400, 100G",
        "128849018880, 120G",
        "1073741824000, 1000G",
    })
    void printsLikeTheOriginal(long bytes, String expected) {
        assertThat(ScaledSize.of(bytes)).isEqualTo(expected);
    }
}
