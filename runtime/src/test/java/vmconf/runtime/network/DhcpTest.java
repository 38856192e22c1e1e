package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vmconf.plan.LocalAddress;
import vmconf.runtime.Samples;

class DhcpTest {
    private static final byte[] GUEST = Mac.parse(Samples.MAC);
    private static final byte[] TAP = Mac.parse("02:00:00:00:00:01");
    private static final LocalAddress LOCAL = Samples.local("100.64.1.2", "100.64.1.3");
    private static final Offer OFFER = Offer.of(Samples.MAC, LOCAL.dhcp());
    private static final byte[] HOST_IP = {100, 64, 1, 2};
    private static final byte[] GUEST_IP = {100, 64, 1, 3};

    @Test
    void discoverIsOffered() {
        byte[] reply = answer(FakeClient.discover(GUEST), OFFER);
        assertThat(option(reply, 53)).containsExactly(DhcpReply.OFFER);
        assertThat(option(reply, 51)).containsExactly(0xff, 0xff, 0xff, 0xff);
        assertThat(option(reply, 54)).containsExactly(HOST_IP);
        assertThat(option(reply, 1)).containsExactly(255, 255, 255, 254);
        assertThat(option(reply, 3)).containsExactly(HOST_IP);
        assertThat(option(reply, 6)).containsExactly(HOST_IP);
        assertThat(option(reply, 12)).isEmpty();
        assertThat(Arrays.copyOfRange(reply, 58, 62)).containsExactly(GUEST_IP);
        assertThat(Arrays.copyOfRange(reply, 62, 66)).containsExactly(HOST_IP);
    }

    @Test
    void replyComesFromTheNeighbourAddress() {
        byte[] reply = answer(FakeClient.discover(GUEST), OFFER);
        assertThat(Arrays.copyOfRange(reply, 0, 6)).containsExactly(GUEST);
        assertThat(Arrays.copyOfRange(reply, 6, 12)).isEqualTo(Mac.parse("fe:e1:bb:d1:00:02"));
        assertThat(Mac.neighbour(Mac.parse("fe:e1:bb:d1:00:ff")))
                .isEqualTo(Mac.parse("fe:e1:bb:d1:00:00"));
    }

    @Test
    void requestIsAcknowledgedForItsOwnAddressOnly() {
        assertThat(type(FakeClient.request(GUEST, GUEST_IP))).isEqualTo(DhcpReply.ACK);
        assertThat(type(FakeClient.request(GUEST, new byte[0]))).isEqualTo(DhcpReply.ACK);
        assertThat(type(FakeClient.request(GUEST, HOST_IP))).isEqualTo(DhcpReply.NAK);
        assertThat(type(FakeClient.message(GUEST, 8))).isEqualTo(DhcpReply.NAK);
    }

    @Test
    void plainBootpGetsNoDhcpOptions() {
        byte[] reply = answer(FakeClient.bootp(GUEST), OFFER);
        assertThat(option(reply, 53)).isEmpty();
        assertThat(option(reply, 51)).isEmpty();
        assertThat(option(reply, 54)).isEmpty();
        assertThat(option(reply, 3)).containsExactly(HOST_IP);
    }

    @Test
    void netBootNamesFileAndHost() {
        Offer netBoot = Offer.of(Samples.MAC, LOCAL.dhcp().forNetBoot("web-1"));
        byte[] reply = answer(FakeClient.discover(GUEST), netBoot);
        assertThat(option(reply, 12)).containsExactly('w', 'e', 'b', '-', '1');
        assertThat(new String(reply, 42 + 108, 12, StandardCharsets.US_ASCII))
                .isEqualTo("auto_install");
        byte[] plain = answer(FakeClient.discover(GUEST), OFFER);
        assertThat(plain[42 + 108]).isZero();
        Offer odd = Offer.of(Samples.MAC, LOCAL.dhcp().forNetBoot("my_vm"));
        assertThat(option(answer(FakeClient.discover(GUEST), odd), 12)).isEmpty();
    }

    @Test
    void checksumsAreRight() {
        ByteBuffer reply = ByteBuffer.wrap(answer(FakeClient.discover(GUEST), OFFER));
        assertThat(Checksum.of(reply, 14, 20, 0)).isZero();
        int length = reply.getShort(38) & 0xffff;
        long pseudo = Checksum.sum(reply, 26, 8) + 17 + length;
        assertThat(Checksum.of(reply, 34, length, pseudo)).isZero();
    }

    @Test
    void othersAreNotAnswered() {
        byte[] stranger = Mac.parse("fe:e1:bb:d1:00:99");
        assertThat(parse(FakeClient.discover(stranger))).isEmpty();
        byte[] renewing = FakeClient.discover(GUEST);
        renewing[42 + 12] = 100;
        assertThat(parse(renewing)).isEmpty();
        byte[] relayed = FakeClient.discover(GUEST);
        relayed[42 + 3] = 1;
        assertThat(parse(relayed)).isEmpty();
        byte[] otherwise = FakeClient.discover(GUEST);
        otherwise[0] = 2;
        assertThat(parse(otherwise)).isEmpty();
    }

    @Property
    void truncatedRequestsAreDropped(@ForAll @IntRange(min = 0, max = 281) int length) {
        byte[] whole = FakeClient.discover(GUEST);
        assertThat(parse(Arrays.copyOf(whole, Math.min(length, whole.length - 1)))).isEmpty();
    }

    @Property
    void damagedRequestsDoNoHarm(
            @ForAll @Size(max = 8) List<@IntRange(max = 400) Integer> places, @ForAll byte value) {
        byte[] frame = FakeClient.request(GUEST, GUEST_IP);
        places.forEach(place -> frame[place % frame.length] = value);
        parse(frame).ifPresent(request -> DhcpReply.to(request, OFFER).frame());
    }

    @Property
    void noiseDoesNoHarm(@ForAll byte[] noise) {
        assertThat(parse(noise)).isEmpty();
    }

    private static Optional<DhcpRequest> parse(byte[] frame) {
        return DhcpRequest.parse(frame, GUEST, TAP);
    }

    private static byte[] answer(byte[] frame, Offer offer) {
        return DhcpReply.to(parse(frame).orElseThrow(), offer).frame();
    }

    private static int type(byte[] frame) {
        return option(answer(frame, OFFER), 53)[0];
    }

    /// The value of an option in a reply; empty when it is not there.
    private static byte[] option(byte[] reply, int wanted) {
        int at = 42 + 240;
        while ((reply[at] & 0xff) != 255) {
            int length = reply[at + 1] & 0xff;
            if (reply[at] == wanted) {
                return Arrays.copyOfRange(reply, at + 2, at + 2 + length);
            }
            at += 2 + length;
        }
        return new byte[0];
    }
}
