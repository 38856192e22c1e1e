package vmconf.runtime.network;

import java.nio.ByteBuffer;

/// The Internet checksum.
final class Checksum {
    private Checksum() {}

    /// Sum of big-endian words; an odd last byte counts as the high half of a word.
    static long sum(ByteBuffer bytes, int start, int length) {
        long sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += bytes.getShort(start + i) & 0xffff;
        }
        if (length % 2 == 1) {
            sum += (bytes.get(start + length - 1) & 0xff) << 8;
        }
        return sum;
    }

    /// The checksum field for a range in which that field is still zero.
    static short of(ByteBuffer bytes, int start, int length, long initial) {
        long sum = initial + sum(bytes, start, length);
        while (sum >> 16 != 0) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (short) ~sum;
    }
}
