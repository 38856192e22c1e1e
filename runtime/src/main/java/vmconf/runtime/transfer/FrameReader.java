package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads a stream of frames, and says where it is not whole.
final class FrameReader {
    private final InputStream in;
    private final MessageDigest digest = Digests.sha256();
    private long place;
    private long offset;

    FrameReader(InputStream in) {
        this.in = in;
    }

    void start() throws IOException {
        byte[] wanted = StateReader.FIRST_LINE.getBytes(StandardCharsets.US_ASCII);
        byte[] found = in.readNBytes(wanted.length);
        offset = found.length;
        if (!Arrays.equals(found, wanted)) {
            throw new BrokenStateException(unknown(new String(found, StandardCharsets.US_ASCII)));
        }
        digest.update(found);
    }

    private static String unknown(String found) {
        if (found.isEmpty()) {
            return "nothing came";
        }
        return found.startsWith(StateReader.MAGIC)
                ? "it is a state of another version of vmd"
                : "it is not the state of a vm: it does not begin with \"%s\""
                        .formatted(StateReader.MAGIC.strip());
    }

    /// The next frame; of a trailer the digest does not know.
    Frame next() throws IOException {
        long begin = offset;
        byte[] prefix = exactly(Frame.PREFIX, "ends");
        ByteBuffer fields = ByteBuffer.wrap(prefix);
        byte letter = fields.get();
        int length = fields.getInt();
        int sum = fields.getInt();
        Frame.Kind kind = kind(letter, begin);
        if (length < 0 || length > Frame.LONGEST) {
            throw new BrokenStateException("it is damaged at byte %d: a length".formatted(begin));
        }
        byte[] content = exactly(length, "ends in the middle of a chunk");
        if (Frame.checksum(letter, place, content, 0, length) != sum) {
            throw new BrokenStateException(
                    "it is damaged between byte %d and byte %d: the checksum is another"
                            .formatted(begin, offset));
        }
        place++;
        if (kind != Frame.Kind.TRAILER) {
            digest.update(prefix);
            digest.update(content);
        }
        return new Frame(kind, content);
    }

    private static Frame.Kind kind(byte letter, long begin) throws BrokenStateException {
        return Arrays.stream(Frame.Kind.values())
                .filter(each -> each.letter() == letter)
                .findFirst()
                .orElseThrow(
                        () ->
                                new BrokenStateException(
                                        "it is damaged at byte %d: no chunk begins there"
                                                .formatted(begin)));
    }

    private byte[] exactly(int count, String how) throws IOException {
        byte[] bytes = in.readNBytes(count);
        offset += bytes.length;
        if (bytes.length < count) {
            throw new BrokenStateException("it %s after %d bytes".formatted(how, offset));
        }
        return bytes;
    }

    /// Of everything before the trailer.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
