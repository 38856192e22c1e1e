package vmconf.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "10.0.0.0/+8, 10.0.0.0/8",
        "'10.0.0.0/ 8', 10.0.0.0/8",
        "128.0.0.0/1, 128.0.0.0/1",
        "172.16.0.0/16, 172.16.0.0/16",
        "255.255, 255.255.0.0/16",
        "0xc0a8/16, 192.168.0.0/16",
        "0xac1/12, 172.16.0.0/12",
        "0xa/8, 160.0.0.0/8",
        "0XAC100000/12, 172.16.0.0/12",
        "00000000010/8, 10.0.0.0/8"
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
    @CsvSource({
        "10.0.0.0/17, too large",
        "10.0.0.0/0, too small",
        "10.0.0.1/8, 'bits are set behind the prefix, which is 10.0.0.0/8'",
        "10.0.256.0/8, '\"10.0.256.0\" is not an IPv4 address'",
        "10.9999999999/8, '\"10.9999999999\" is not an IPv4 address'"
    })
    void saysWhatIsWrongWithANetwork(String word, String reason) {
        assertThat(Ipv4Prefix.parse(word, true).refusal().orElseThrow()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/32, 10.1.2.3/32",
        "10.1.2.3/0, 0.0.0.0/0",
        "10.1.2.3/17, 10.1.0.0/17",
        "255.255.255.255/24, 255.255.255.0/24"
    })
    void formerReleasesTookAnyLengthAndBitsBehindIt(String word, String network) {
        assertThat(Ipv4Prefix.parse(word, false).value().map(Object::toString)).contains(network);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/24, 1", "10.0.0.0/26, 1", "10.0.0.0/23, 2"})
    void aLongPrefixLeavesNoRoom(String prefix, int id) {
        assertThat(LocalAddresses.fits(Ipv4Prefix.parse(prefix, false).value().orElseThrow(), id))
                .isFalse();
    }

    @Test
    void theGuestsAddressStandsInTheHostsSecondHalf() {
        Ipv6Prefix network = Ipv6Prefix.parse("fd00:1:2:3::/64", true).value().orElseThrow();
        assertThat(network.address(LocalAddresses.hostInet6(100L << 24 | 64 << 16 | 1 << 8 | 3)))
                .isEqualTo("fd00:1:2:3:6440:103:0:1");
    }

    @ParameterizedTest
    @CsvSource({
        "fd00::/8, fd00::/8",
        "FD00:1::/64, fd00:1::/64",
        "::, ::/64",
        "::/0, ::/0",
        "fe80::%3/10, fe80::/10"
    })
    void readsIpv6Networks(String word, String network) {
        assertThat(Ipv6Prefix.parse(word, true).value().map(Object::toString)).contains(network);
    }

    @ParameterizedTest
    @CsvSource({
        "fd00::1/64, fd00::/64",
        "fdff::/8, fd00::/8",
        "fd00:0:0:0:8000::/64, fd00::/64",
        "fd00:1:1::/32, fd00:1::/32"
    })
    void saysWhichIpv6NetworkItIs(String word, String network) {
        assertThat(Ipv6Prefix.parse(word, true).refusal())
                .contains("bits are set behind the prefix, which is " + network);
        assertThat(Ipv6Prefix.parse(word, false).value().map(Object::toString)).contains(network);
    }

    /// RFC 5952: the longest run of zeros is left out, the first of equals, and none of one alone.
    @ParameterizedTest
    @CsvSource({
        "1, 1, fd00:0:0:1::1",
        "0, 1, fd00::1",
        "0, 65536, fd00::1:0",
        "1, 281474976710657, fd00::1:1:0:0:1",
        "4294967297, 281479271743489, fd00:1:0:1:1:1:1:1",
        "1, 0, fd00:0:0:1::"
    })
    void shortensAddresses(long secondToFourthGroup, long low, String text) {
        assertThat(new Ipv6Prefix(0xfd00L << 48 | secondToFourthGroup, 64).address(low))
                .isEqualTo(text);
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
        "0x1:+2:3:4:5:6:7, 01:02:03:04:05:06",
        "ff:0:00:0:0:ff, ff:00:00:00:00:ff",
        "'\t1: 2:3:4:5:6 up', 01:02:03:04:05:06",
        "'1:2:3:4:5:6\r', 01:02:03:04:05:06",
        "-0:2:3:4:5:6, 00:02:03:04:05:06"
    })
    void readsMacAddresses(String word, String address) {
        assertThat(MacAddress.parse(word).value().map(Object::toString)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"1:2:100:4:5:6, octet 3", "1:2:3:4:5:g, octet 6", "1:2:3, six octets"})
    void saysWhatIsWrongWithAMacAddress(String word, String reason) {
        assertThat(MacAddress.parse(word).refusal().orElseThrow()).contains(reason);
    }

    @Test
    void aMacAddressOfZerosIsToldApart() {
        assertThat(MacAddress.ZERO.isZero()).isTrue();
        assertThat(MacAddress.parse("0:0:0:0:0:1").value().map(MacAddress::isZero)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1:2:3:4:5",
                "1:2:3:4:5:100",
                "1:2:3:4:5:6x",
                "a::b:c:d:e",
                "x",
                "-1:2:3:4:5:6",
                "1 :2:3:4:5:6"
            })
    void refusesOtherMacAddresses(String word) {
        assertThat(MacAddress.parse(word).refusal()).isPresent();
    }
}
