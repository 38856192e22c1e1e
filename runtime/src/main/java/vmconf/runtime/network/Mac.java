package vmconf.runtime.network;

import java.util.Arrays;
import java.util.HexFormat;

/// Ethernet addresses as six bytes.
final class Mac {
    static final int LENGTH = 6;
    static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private Mac() {}

    static byte[] parse(String text) {
        byte[] bytes = COLONS.parseHex(text);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not a MAC address: " + text);
        }
        return bytes;
    }

    /// The same address with its last byte one higher, without carry: who answers DHCP.
    static byte[] neighbour(byte[] mac) {
        byte[] next = Arrays.copyOf(mac, LENGTH);
        next[LENGTH - 1]++;
        return next;
    }
}
