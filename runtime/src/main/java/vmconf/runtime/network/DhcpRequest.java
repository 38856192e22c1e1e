package vmconf.runtime.network;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// A BOOTP or DHCP request that a guest sent.
///
/// @param transaction the guest's number for this exchange
/// @param flags returned as they came
/// @param relay returned as it came
/// @param type DHCP message type; absent in a plain BOOTP request
/// @param requested the address the guest asks for
record DhcpRequest(
        int transaction,
        short flags,
        int relay,
        Optional<Integer> type,
        Optional<Integer> requested) {
    static final int DISCOVER = 1;
    static final int REQUEST = 3;

    static final int ETHERNET = 14;
    static final int IPV4 = 20;
    static final int UDP = 8;
    static final int BOOTP = 236;
    static final int MAGIC = 0x63825363;
    static final int SERVER_PORT = 67;
    static final int CLIENT_PORT = 68;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int PROTOCOL_UDP = 17;
    private static final int FRAGMENT = 0x3fff;
    private static final int OPTION_REQUESTED = 50;
    private static final int OPTION_TYPE = 53;
    private static final int OPTION_PAD = 0;
    private static final int OPTION_END = 255;

    /// Reads a frame. Anything that is not a whole request of exactly this guest is no request.
    ///
    /// @param guest the guest's MAC address
    /// @param tap the host end's
    static Optional<DhcpRequest> parse(byte[] frame, byte[] guest, byte[] tap) {
        if (frame.length < ETHERNET + IPV4 + UDP + BOOTP || !isFrom(frame, guest, tap)) {
            return Optional.empty();
        }
        return datagram(ByteBuffer.wrap(frame)).flatMap(payload -> bootp(payload, guest));
    }

    private static boolean isFrom(byte[] frame, byte[] guest, byte[] tap) {
        byte[] to = Arrays.copyOfRange(frame, 0, Mac.LENGTH);
        byte[] from = Arrays.copyOfRange(frame, Mac.LENGTH, 2 * Mac.LENGTH);
        return Arrays.equals(from, guest)
                && (Arrays.equals(to, Mac.BROADCAST) || Arrays.equals(to, tap));
    }

    /// The payload of an unfragmented UDP datagram from 68 to 67.
    private static Optional<ByteBuffer> datagram(ByteBuffer frame) {
        int header = (frame.get(ETHERNET) & 0x0f) * 4;
        int total = frame.getShort(ETHERNET + 2) & 0xffff;
        int udp = ETHERNET + header;
        boolean sound =
                frame.getShort(2 * Mac.LENGTH) == ETHERTYPE_IPV4
                        && frame.get(ETHERNET) >> 4 == 4
                        && header >= IPV4
                        && total >= header + UDP + BOOTP
                        && ETHERNET + total <= frame.capacity()
                        && (frame.getShort(ETHERNET + 6) & FRAGMENT) == 0
                        && frame.get(ETHERNET + 9) == PROTOCOL_UDP;
        if (!sound) {
            return Optional.empty();
        }
        int length = frame.getShort(udp + 4) & 0xffff;
        boolean ports =
                frame.getShort(udp) == CLIENT_PORT && frame.getShort(udp + 2) == SERVER_PORT;
        if (!ports || length < UDP + BOOTP || header + length > total) {
            return Optional.empty();
        }
        return Optional.of(frame.slice(udp + UDP, length - UDP));
    }

    private static Optional<DhcpRequest> bootp(ByteBuffer message, byte[] guest) {
        byte[] hardware = new byte[Mac.LENGTH];
        message.get(28, hardware);
        boolean sound =
                message.get(0) == 1
                        && message.get(1) == 1
                        && message.get(2) == Mac.LENGTH
                        && message.get(3) == 0
                        && message.getInt(12) == 0
                        && message.get(108) == 0
                        && Arrays.equals(hardware, guest);
        if (!sound) {
            return Optional.empty();
        }
        ByteBuffer options = message.slice(BOOTP, message.capacity() - BOOTP);
        boolean dhcp = options.remaining() >= 4 && options.getInt() == MAGIC;
        DhcpRequest plain =
                new DhcpRequest(
                        message.getInt(4),
                        message.getShort(10),
                        message.getInt(24),
                        Optional.empty(),
                        Optional.empty());
        return dhcp ? plain.withOptions(options) : Optional.of(plain);
    }

    /// Reads options up to the end mark; a truncated one spoils the request.
    private Optional<DhcpRequest> withOptions(ByteBuffer options) {
        Optional<Integer> foundType = Optional.empty();
        Optional<Integer> foundAddress = Optional.empty();
        while (options.hasRemaining()) {
            int code = options.get() & 0xff;
            if (code == OPTION_END) {
                break;
            }
            if (code != OPTION_PAD) {
                int length = options.hasRemaining() ? options.get() & 0xff : Integer.MAX_VALUE;
                if (length > options.remaining()) {
                    return Optional.empty();
                }
                int at = options.position();
                if (code == OPTION_TYPE && length == 1) {
                    foundType = Optional.of((int) options.get(at));
                } else if (code == OPTION_REQUESTED && length == 4) {
                    foundAddress = Optional.of(options.getInt(at));
                }
                options.position(at + length);
            }
        }
        return Optional.of(new DhcpRequest(transaction, flags, relay, foundType, foundAddress));
    }
}
