package vmconf.runtime.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vmconf.runtime.Samples;

/// The table of `vmd-runtime` section 11: what is answered, with what, and what is dropped.
class DhcpProperties {
    private static final byte[] GUEST = Mac.parse(Samples.MAC);
    private static final byte[] TAP = Mac.parse("02:00:00:00:00:01");
    private static final Offer OFFER =
            Offer.of(Samples.MAC, Samples.local("100.64.1.2", "100.64.1.3").dhcp());
    private static final int BOOTP = 42;
    private static final int OPTIONS = BOOTP + DhcpRequest.BOOTP + 4;

    /// An option that no answer depends on.
    record Other(int code, String value) {}

    @Provide
    Arbitrary<List<Other>> others() {
        Arbitrary<Integer> codes =
                Arbitraries.integers().between(1, 254).filter(code -> code != 50 && code != 53);
        Arbitrary<String> values = Arbitraries.strings().ascii().ofMaxLength(20);
        return Combinators.combine(codes, values).as(Other::new).list().ofMaxSize(8);
    }

    /// Other options, padding, numbers and flags change nothing of the decision.
    @Property
    void whatIsAnsweredFollowsFromTypeAndAddress(
            @ForAll @IntRange(min = 0, max = 20) int type,
            @ForAll boolean right,
            @ForAll boolean asked,
            @ForAll int number,
            @ForAll short flags,
            @ForAll("others") List<Other> before,
            @ForAll("others") List<Other> after) {
        ByteBuffer options = ByteBuffer.allocate(1000);
        write(options, before);
        options.put((byte) 53).put((byte) 1).put((byte) type).put((byte) 0);
        if (asked) {
            options.put((byte) 50).put((byte) 4).putInt(right ? OFFER.guest() : OFFER.host());
        }
        write(options, after);
        byte[] frame = frame(options.put((byte) 255));
        ByteBuffer.wrap(frame).putInt(BOOTP + 4, number).putShort(BOOTP + 10, flags);
        ByteBuffer reply = ByteBuffer.wrap(reply(frame).orElseThrow());
        assertThat(reply.get(OPTIONS + 2)).isEqualTo((byte) expected(type, right || !asked));
        assertThat(reply.getInt(BOOTP + 4)).isEqualTo(number);
        assertThat(reply.getShort(BOOTP + 10)).isEqualTo(flags);
        assertThat(reply.getInt(BOOTP + 16)).isEqualTo(OFFER.guest());
        assertThat(reply.getInt(BOOTP + 20)).isEqualTo(OFFER.host());
    }

    private static int expected(int type, boolean fits) {
        return switch (type) {
            case 1 -> DhcpReply.OFFER;
            case 3 -> fits ? DhcpReply.ACK : DhcpReply.NAK;
            default -> DhcpReply.NAK;
        };
    }

    /// The places of a frame whose value is given: anything else in one of them, and it is dropped.
    @Property
    void forgedRequestsAreDropped(@ForAll("places") int place, @ForAll byte value) {
        byte[] frame = FakeClient.discover(GUEST);
        boolean same = frame[place] == value;
        frame[place] = value;
        assertThat(parse(frame).isPresent()).isEqualTo(same);
    }

    /// Sender, kind of frame, protocol, ports, kind of request, hops, the address that the guest
    /// has already, its hardware, and the name of a file.
    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.of(
                6, 7, 8, 9, 10, 11, 12, 13, 23, 34, 35, 36, 37, 42, 43, 44, 45, 54, 55, 56, 57, 70,
                71, 72, 73, 74, 75, 150);
    }

    @Property
    void onlyBroadcastAndTheTapAreHeard(@ForAll @Size(6) byte[] to) {
        byte[] frame = FakeClient.discover(GUEST);
        System.arraycopy(to, 0, frame, 0, 6);
        boolean meant = Arrays.equals(to, Mac.BROADCAST) || Arrays.equals(to, TAP);
        assertThat(parse(frame).isPresent()).isEqualTo(meant);
        System.arraycopy(TAP, 0, frame, 0, 6);
        assertThat(parse(frame)).isPresent();
    }

    /// Lengths that say more than there is.
    @Property
    void oversizedLengthsAreDropped(@ForAll @IntRange(min = 1, max = 60_000) int more) {
        byte[] datagram = FakeClient.discover(GUEST);
        ByteBuffer.wrap(datagram).putShort(16, (short) (datagram.length - 14 + more));
        assertThat(parse(datagram)).isEmpty();
        byte[] udp = FakeClient.discover(GUEST);
        ByteBuffer.wrap(udp).putShort(38, (short) (udp.length - 34 + more));
        assertThat(parse(udp)).isEmpty();
    }

    @Property
    void optionsBeyondTheEndAreDropped(@ForAll @IntRange(min = 10, max = 255) int length) {
        ByteBuffer options = ByteBuffer.allocate(9);
        options.put((byte) 53).put((byte) 1).put((byte) 1).put((byte) 12).put((byte) length);
        options.position(options.capacity());
        assertThat(parse(frame(options))).isEmpty();
    }

    @Property
    void fragmentsAreDropped(@ForAll @IntRange(min = 1, max = 0x3fff) int fragment) {
        byte[] frame = FakeClient.discover(GUEST);
        ByteBuffer.wrap(frame).putShort(20, (short) fragment);
        assertThat(parse(frame)).isEmpty();
    }

    /// Ethernet pads short frames.
    @Property
    void whatFollowsTheDatagramIsNoMatter(@ForAll @Size(max = 100) byte[] padding) {
        byte[] frame = FakeClient.discover(GUEST);
        byte[] padded = Arrays.copyOf(frame, frame.length + padding.length);
        System.arraycopy(padding, 0, padded, frame.length, padding.length);
        assertThat(parse(padded)).isEqualTo(parse(frame)).isPresent();
    }

    private static void write(ByteBuffer options, List<Other> others) {
        for (Other each : others) {
            byte[] value = each.value().getBytes(US_ASCII);
            options.put((byte) each.code()).put((byte) value.length).put(value);
        }
    }

    private static byte[] frame(ByteBuffer options) {
        byte[] written = new byte[options.position()];
        options.get(0, written);
        return FakeClient.frame(GUEST, written);
    }

    private static Optional<DhcpRequest> parse(byte[] frame) {
        return DhcpRequest.parse(frame, GUEST, TAP);
    }

    private static Optional<byte[]> reply(byte[] frame) {
        return parse(frame).map(request -> DhcpReply.to(request, OFFER).frame());
    }
}
