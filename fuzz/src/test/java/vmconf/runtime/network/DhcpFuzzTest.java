package vmconf.runtime.network;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.plan.DhcpAnswer;

/// Whatever frame a guest sends, it is dropped or answered, and the answer goes to the guest,
/// offers nothing but its own address, and has the size of a small datagram.
class DhcpFuzzTest {
    private static final String MAC = "fe:e1:bb:d1:00:01";
    private static final byte[] GUEST = Mac.parse(MAC);
    private static final byte[] TAP = Mac.parse("02:00:00:00:00:01");
    private static final Offer OFFER =
            Offer.of(MAC, DhcpAnswer.to("100.64.1.3", "100.64.1.2").forNetBoot("web"));
    private static final int LONGEST = 600;

    /// A discovery, a request for the guest's address, and one by BOOTP.
    static Stream<Arguments> seeds() {
        return Stream.of("350101ff", "35010332046440010300ff", "")
                .map(options -> Arguments.of((Object) frame(HexFormat.of().parseHex(options))));
    }

    private static byte[] frame(byte[] options) {
        int payload = DhcpRequest.BOOTP + 4 + options.length;
        ByteBuffer frame = ByteBuffer.allocate(42 + payload);
        frame.put(Mac.BROADCAST).put(GUEST).putShort((short) 0x0800);
        frame.putShort((short) 0x4500).putShort((short) (28 + payload)).putInt(0);
        frame.putShort((short) 0x4011).putShort((short) 0).putInt(0).putInt(-1);
        frame.putShort((short) 68).putShort((short) 67).putShort((short) (8 + payload));
        frame.position(42).putInt(0x01010600).putInt(0x12345678);
        frame.position(42 + 28).put(GUEST);
        frame.position(42 + DhcpRequest.BOOTP);
        frame.putInt(options.length == 0 ? 0 : DhcpRequest.MAGIC).put(options);
        return frame.array();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "dhcp.dict")
    @FuzzTest(maxDuration = "10m")
    void answer(byte[] frame) {
        Optional<DhcpRequest> request = DhcpRequest.parse(frame, GUEST, TAP);
        if (request.isPresent()) {
            require(Arrays.equals(frame, 6, 12, GUEST, 0, 6), "a stranger is answered");
            require(frame.length >= 42 + DhcpRequest.BOOTP, "half a request is answered");
            byte[] reply = DhcpReply.to(request.get(), OFFER).frame();
            require(reply.length <= LONGEST, "a long answer");
            require(Arrays.equals(reply, 0, 6, GUEST, 0, 6), "somebody else is answered");
            require(ByteBuffer.wrap(reply).getInt(42 + 16) == OFFER.guest(), "another address");
            require(ByteBuffer.wrap(reply).getInt(30) == OFFER.guest(), "another receiver");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
