package vmconf.runtime.transfer;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// One piece of a stream: a kind, a length, a checksum over both, over its place and its content,
/// and the content.
final class Frame {
    private final Kind kind;
    private final byte[] content;

    Frame(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    Kind kind() {
        return kind;
    }

    /// Not copied.
    byte[] content() {
        return content;
    }

    /// Longest content, in bytes.
    static final int LONGEST = 1 << 20;

    /// Bytes before the content.
    static final int PREFIX = 1 + Integer.BYTES + Integer.BYTES;

    enum Kind {
        HEADER('H'),
        CHUNK('C'),
        TRAILER('T'),
        /// whoever wrote the stream gave up; the content says why
        GIVEN_UP('X'),
        ;

        private final byte letter;

        Kind(char letter) {
            this.letter = (byte) letter;
        }

        byte letter() {
            return letter;
        }
    }

    /// @param place how many frames come before it
    static int checksum(byte kind, long place, byte[] bytes, int from, int count) {
        CRC32C sum = new CRC32C();
        ByteBuffer start = ByteBuffer.allocate(1 + Long.BYTES + Integer.BYTES);
        sum.update(start.put(kind).putLong(place).putInt(count).flip());
        sum.update(bytes, from, count);
        return (int) sum.getValue();
    }
}
