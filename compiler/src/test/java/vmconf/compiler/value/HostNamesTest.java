package vmconf.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tap", "tap0", "tap9", "tap00000000", "tap4294967295"})
    void takesTaps(String name) {
        assertThat(HostNames.tap(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "tapa", "tap-1", "tap1x", "vether0", "Tap0", "tap4294967296"})
    void refusesOtherTaps(String name) {
        assertThat(HostNames.tap(name)).contains("expected tap or tapN, such as tap0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge0", "veb9", "veb4294967295"})
    void takesBridges(String name) {
        assertThat(HostNames.bridge(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bridge", "veb", "em0", "br-0", "bridge4294967296", "bridge0a"})
    void refusesOtherBridges(String name) {
        assertThat(HostNames.bridge(name)).contains("expected bridgeN or vebN, such as bridge0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tap000000000000", "veb000000000000", "bridge000000000"})
    void fifteenBytesAreAllowed(String name) {
        assertThat(name).hasSize(15);
        assertThat(HostNames.tooLong(name, HostNames.MAX_INTERFACE)).isEmpty();
        assertThat(HostNames.tooLong(name + "0", HostNames.MAX_INTERFACE))
                .contains("it is 16 bytes long, at most 15 are allowed");
    }

    @ParameterizedTest
    @CsvSource({"veb0, veb", "a1, a", "z9, z", "em00000000007, em"})
    void knowsTheTypeOfAnInterface(String name, String type) {
        assertThat(HostNames.type(name)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "veb", "0", "0a", "veb0a", "vEb0", "veb:", "veb99999999999"})
    void otherNamesHaveNone(String name) {
        assertThat(HostNames.type(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lan", "9a", "a-", "web\u0663"})
    void takesGroups(String name) {
        assertThat(HostNames.group(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lan0", "lan9", "5"})
    void aGroupDoesNotEndInADigit(String name) {
        assertThat(HostNames.group(name).orElseThrow()).contains("ends in a digit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "a.b-c_d", "1-"})
    void takesNamesOfMachines(String name) {
        assertThat(HostNames.vm(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", ".a", "_a", "a b", "a/b", "a:b", "a@", "a[", "a`", "a{", "\u00e4"})
    void refusesOtherNames(String name) {
        assertThat(HostNames.vm(name).orElseThrow()).startsWith("expected letters");
    }

    @Test
    void lengthsAreThoseOfTheBytes() {
        assertThat(HostNames.vm("a".repeat(63))).isEmpty();
        assertThat(HostNames.vm("a".repeat(64)))
                .contains("it is 64 bytes long, at most 63 are allowed");
        assertThat(HostNames.group("a".repeat(15))).isEmpty();
        assertThat(HostNames.group("a".repeat(16)))
                .contains("it is 16 bytes long, at most 15 are allowed");
        assertThat(HostNames.length("a\u007f")).isEqualTo(2);
        assertThat(HostNames.length("\u0080")).isEqualTo(2);
        assertThat(HostNames.length("a\u20ac")).isEqualTo(4);
    }
}
