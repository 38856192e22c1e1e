package vmconf.plan;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// MAC addresses for interfaces whose file gives none: under vmd's prefix fe:e1:bb, and always the
/// same for the same seed, VM and interface.
public final class DerivedLladdr {
    private static final long PREFIX = 0xfee1bbL << 24;
    private static final long LOW = 0xffffffL;

    private DerivedLladdr() {}

    /// The 48 bits of an address that is not taken, which is taken then.
    ///
    /// @param index number of the interface, from 0
    /// @param taken addresses of others
    public static long bits(String seed, String vm, int index, Set<Long> taken) {
        long low = hash(seed + "\0" + vm + "\0" + index) & LOW;
        while (!taken.add(PREFIX | low)) {
            low = (low + 1) & LOW;
        }
        return PREFIX | low;
    }

    /// An address as plans write it.
    ///
    /// @param bits 48 of them
    public static String text(long bits) {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (bits >>> shift) & 0xff;
            text.append(text.isEmpty() ? "" : ":");
            text.append(Character.forDigit(octet >>> 4, 16))
                    .append(Character.forDigit(octet & 15, 16));
        }
        return text.toString();
    }

    /// FNV-1a, 64 bits, then mixed so that every bit of the text reaches the low ones.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
