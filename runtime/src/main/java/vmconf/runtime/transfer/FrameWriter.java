package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Writes a stream of frames.
final class FrameWriter {
    private final OutputStream out;
    private final MessageDigest digest = Digests.sha256();
    private long place;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    void start() throws IOException {
        byte[] line = StateReader.FIRST_LINE.getBytes(StandardCharsets.US_ASCII);
        put(line, 0, line.length);
    }

    /// @param count at most [Frame#LONGEST]
    void write(Frame.Kind kind, byte[] bytes, int from, int count) throws IOException {
        int sum = Frame.checksum(kind.letter(), place, bytes, from, count);
        place++;
        byte[] prefix =
                ByteBuffer.allocate(Frame.PREFIX)
                        .put(kind.letter())
                        .putInt(count)
                        .putInt(sum)
                        .array();
        put(prefix, 0, Frame.PREFIX);
        put(bytes, from, count);
        out.flush();
    }

    private void put(byte[] bytes, int from, int count) throws IOException {
        digest.update(bytes, from, count);
        out.write(bytes, from, count);
    }

    /// Of everything so far. Nothing may be added to it afterwards.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
