package vmconf.runtime.console;

import java.util.Arrays;

/// The most recent bytes of a stream.
final class Scrollback {
    private final byte[] ring;
    private long written;

    Scrollback(int size) {
        ring = new byte[size];
    }

    void append(byte[] bytes) {
        for (byte each : bytes) {
            ring[(int) (written++ % ring.length)] = each;
        }
    }

    byte[] content() {
        if (written <= ring.length) {
            return Arrays.copyOf(ring, (int) written);
        }
        int oldest = (int) (written % ring.length);
        byte[] content = Arrays.copyOfRange(ring, oldest, oldest + ring.length);
        System.arraycopy(ring, 0, content, ring.length - oldest, oldest);
        return content;
    }
}
