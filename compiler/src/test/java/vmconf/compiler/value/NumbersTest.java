package vmconf.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strtonum(3) makes of a number from 1 to 16.
class NumbersTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "16, 16", "+9, 9", "007, 7", "' 8', 8", "'\t\n\u000b\f\r 3', 3"})
    void readsNumbers(String text, long number) {
        assertThat(Numbers.within(text, 1, 16).value()).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, too small",
        "-1, too small",
        "17, too large",
        "9223372036854775808, too large",
        "-9223372036854775809, too small"
    })
    void keepsToTheRange(String text, String reason) {
        assertThat(Numbers.within(text, 1, 16).refusal()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "+", "x", "1x", "1 ", "/", ":", "1/", "--1", "+-1"})
    void refusesOtherText(String text) {
        assertThat(Numbers.within(text, 1, 16).refusal()).contains("invalid");
    }
}
