package vmconf.runtime.network;

import java.nio.ByteBuffer;

/// Frames a guest sends that looks for its address.
final class FakeClient {
    private static final int OPTIONS = 60;

    private FakeClient() {}

    static byte[] discover(byte[] mac) {
        return message(mac, DhcpRequest.DISCOVER);
    }

    static byte[] message(byte[] mac, int type) {
        return frame(mac, padded(53, 1, type, 255));
    }

    /// @param address the one asked for; four bytes or none
    static byte[] request(byte[] mac, byte[] address) {
        ByteBuffer options = ByteBuffer.allocate(OPTIONS);
        options.put((byte) 53).put((byte) 1).put((byte) DhcpRequest.REQUEST);
        if (address.length > 0) {
            options.put((byte) 50).put((byte) 4).put(address);
        }
        options.put((byte) 255);
        return frame(mac, options.array());
    }

    static byte[] bootp(byte[] mac) {
        return frame(mac, new byte[0]);
    }

    private static byte[] padded(int... values) {
        byte[] options = new byte[OPTIONS];
        for (int i = 0; i < values.length; i++) {
            options[i] = (byte) values[i];
        }
        return options;
    }

    /// A request whole from its Ethernet header on.
    ///
    /// @param options of DHCP; with none it is plain BOOTP
    static byte[] frame(byte[] mac, byte[] options) {
        int payload = DhcpRequest.BOOTP + (options.length == 0 ? 0 : 4 + options.length);
        ByteBuffer frame = ByteBuffer.allocate(42 + payload);
        frame.put(Mac.BROADCAST).put(mac).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (28 + payload));
        frame.putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
        frame.putInt(0).putInt(-1);
        frame.putShort((short) 68).putShort((short) 67).putShort((short) (8 + payload));
        frame.putShort((short) 0);
        frame.put((byte) 1).put((byte) 1).put((byte) 6).put((byte) 0).putInt(0x12345678);
        frame.position(42 + 28).put(mac);
        if (options.length > 0) {
            frame.position(42 + DhcpRequest.BOOTP).putInt(DhcpRequest.MAGIC);
            frame.put(options);
        }
        return frame.array();
    }
}
