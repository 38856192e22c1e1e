package vmconf.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "100.64.0.0/10, 1, 0, 100.64.1.2",
        "100.64.0.0/10, 1, 1, 100.64.1.4",
        "100.64.0.0/10, 1, 3, 100.64.1.8",
        "100.64.0.0/10, 255, 0, 100.64.255.2",
        "100.64.0.0/10, 256, 0, 100.65.0.2",
        "100.64.0.0/10, 16383, 0, 100.127.255.2",
        "10.0.0.0/8, 65535, 0, 10.255.255.2"
    })
    void derivesAddresses(String prefix, int id, int index, String host) {
        Ipv4Prefix network = Ipv4Prefix.parse(prefix, true).value().orElseThrow();
        assertThat(LocalAddresses.fits(network, id)).isTrue();
        assertThat(Ipv4Prefix.dotted(LocalAddresses.host(network, id, index))).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "100.64.0.0/10, 16384",
        "100.64.0.0/10, 32768",
        "10.0.0.0/8, 70000",
        "192.168.0.0/16, 256",
        "10.1.0.0/16, 257"
    })
    void noticesThatNoneIsLeft(String prefix, int id) {
        assertThat(LocalAddresses.fits(Ipv4Prefix.parse(prefix, true).value().orElseThrow(), id))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10/8, 10.0.0.0/8",
        "10.1, 10.1.0.0/16",
        "10.0.0.0/8/8, 10.0.0.0/8",
        "0x0a/8, 10.0.0.0/8",
        "10.0.0.0/+8, 10.0.0.0/8"
    })
    void readsShortNetworks(String word, String network) {
        assertThat(Ipv4Prefix.parse(word, true).value().map(Object::toString)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/17", "10.0.0.0/0", "10.0.0.1/8", "256.0.0.0/8", "x/8", "", "/8"})
    void refusesOtherNetworks(String word) {
        assertThat(Ipv4Prefix.parse(word, true).refusal()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"fd00::/8, fd00::/8", "FD00:1::/64, fd00:1::/64", "::, ::/64"})
    void readsIpv6Networks(String word, String network) {
        assertThat(Ipv6Prefix.parse(word, true).value().map(Object::toString)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::1/64", "fd00::/65", "10.0.0.0", "x", "", "fe80::1%lo0/64"})
    void refusesOtherIpv6Networks(String word) {
        assertThat(Ipv6Prefix.parse(word, true).refusal()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "fe:e1:bb:d1:00:01, fe:e1:bb:d1:00:01",
        "FE:E1:BB:D1:0:1, fe:e1:bb:d1:00:01",
        "0x1:+2:3:4:5:6:7, 01:02:03:04:05:06"
    })
    void readsMacAddresses(String word, String address) {
        assertThat(MacAddress.parse(word).value().map(Object::toString)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:2:3:4:5", "1:2:3:4:5:100", "1:2:3:4:5:6x", "a::b:c:d:e", "x"})
    void refusesOtherMacAddresses(String word) {
        assertThat(MacAddress.parse(word).refusal()).isPresent();
    }
}
