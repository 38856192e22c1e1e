package vmconf.runtime.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a guest is answered: the decision, and its frame.
///
/// @param type DHCP message type; absent in the answer to plain BOOTP
record DhcpReply(Optional<Integer> type, DhcpRequest request, Offer offer) {
    static final int OFFER = 2;
    static final int ACK = 5;
    static final int NAK = 6;

    private static final int SMALLEST_BOOTP = 300;
    private static final int LARGEST_FRAME = 1024;

    /// Where the name of the boot file stands in a BOOTP message, RFC 951 section 3.
    private static final int FILE = 108;

    private static final byte TIME_TO_LIVE = 16;

    static DhcpReply to(DhcpRequest request, Offer offer) {
        return new DhcpReply(
                request.type().map(type -> decide(type, request, offer)), request, offer);
    }

    private static int decide(int type, DhcpRequest request, Offer offer) {
        return switch (type) {
            case DhcpRequest.DISCOVER -> OFFER;
            case DhcpRequest.REQUEST ->
                    request.requested().orElse(offer.guest()) == offer.guest() ? ACK : NAK;
            default -> NAK;
        };
    }

    /// The whole Ethernet frame.
    byte[] frame() {
        ByteBuffer frame = ByteBuffer.allocate(LARGEST_FRAME);
        byte[] guest = Mac.parse(offer.mac());
        frame.put(guest).put(Mac.neighbour(guest)).putShort((short) 0x0800);
        frame.position(DhcpRequest.ETHERNET + DhcpRequest.IPV4 + DhcpRequest.UDP);
        int start = frame.position();
        bootp(frame, guest);
        options(frame);
        int length = Math.max(frame.position() - start, SMALLEST_BOOTP);
        datagram(frame, length);
        byte[] bytes = new byte[start + length];
        frame.get(0, bytes);
        return bytes;
    }

    private void bootp(ByteBuffer frame, byte[] guest) {
        int start = frame.position();
        frame.put((byte) 2).put((byte) 1).put((byte) Mac.LENGTH).put((byte) 0);
        frame.putInt(request.transaction()).putShort((short) 0).putShort(request.flags());
        frame.putInt(0).putInt(offer.guest()).putInt(offer.host()).putInt(request.relay());
        frame.put(guest);
        offer.bootFile()
                .ifPresent(
                        file -> frame.put(start + FILE, file.getBytes(StandardCharsets.US_ASCII)));
        frame.position(start + DhcpRequest.BOOTP);
    }

    private void options(ByteBuffer frame) {
        frame.putInt(DhcpRequest.MAGIC);
        if (type.isPresent()) {
            frame.put((byte) 53).put((byte) 1).put((byte) (int) type.get());
            number(frame, 51, offer.leaseTime());
            number(frame, 54, offer.host());
        }
        number(frame, 1, offer.netmask());
        number(frame, 3, offer.router());
        number(frame, 6, offer.nameServer());
        offer.hostName().ifPresent(name -> name(frame, name));
        frame.put((byte) 255);
    }

    private static void number(ByteBuffer frame, int code, int value) {
        frame.put((byte) code).put((byte) 4).putInt(value);
    }

    private static void name(ByteBuffer frame, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        frame.put((byte) 12).put((byte) bytes.length).put(bytes);
    }

    /// IPv4 and UDP headers around `length` bytes of BOOTP.
    private void datagram(ByteBuffer frame, int length) {
        int ip = DhcpRequest.ETHERNET;
        int udp = ip + DhcpRequest.IPV4;
        int udpLength = DhcpRequest.UDP + length;
        frame.put(ip, (byte) 0x45);
        frame.putShort(ip + 2, (short) (DhcpRequest.IPV4 + udpLength));
        frame.put(ip + 8, TIME_TO_LIVE);
        frame.put(ip + 9, (byte) 17);
        frame.putInt(ip + 12, offer.host());
        frame.putInt(ip + 16, offer.guest());
        frame.putShort(ip + 10, Checksum.of(frame, ip, DhcpRequest.IPV4, 0));
        frame.putShort(udp, (short) DhcpRequest.SERVER_PORT);
        frame.putShort(udp + 2, (short) DhcpRequest.CLIENT_PORT);
        frame.putShort(udp + 4, (short) udpLength);
        long pseudo = Checksum.sum(frame, ip + 12, 8) + 17 + udpLength;
        frame.putShort(udp + 6, Checksum.of(frame, udp, udpLength, pseudo));
    }
}
