package vmconf.runtime.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vmconf.plan.DiskFormat;

/// What the head of a qcow2 image says about other files (QEMU's `docs/interop/qcow2.txt`).
///
/// @param backing the image below, as it is named
/// @param backingFormat its format, where it is told
/// @param elsewhere whether the data are in another file
/// @param size bytes that a guest sees
record Qcow2Header(
        Optional<String> backing, Optional<String> backingFormat, boolean elsewhere, long size) {
    private static final int MAGIC = 0x514649fb;
    private static final int SIZE = 104;
    private static final int VIRTUAL_SIZE = 24;
    private static final int BACKING_OFFSET = 8;
    private static final int BACKING_SIZE = 16;
    private static final int INCOMPATIBLE = 72;
    private static final int HEADER_LENGTH = 100;
    private static final int OLD_LENGTH = 72;
    private static final int EXTERNAL_DATA = 4;
    private static final int LONGEST_NAME = 1023;
    private static final int LONGEST_HEAD = 64 << 10;
    private static final int FORMAT_EXTENSION = 0xe2792aca;

    /// @throws OddImageException when it is none
    static Qcow2Header read(Path image) throws IOException, OddImageException {
        ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
        try (SeekableByteChannel channel = Files.newByteChannel(image)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {}
        }
        return of(head.flip());
    }

    /// @param head the first bytes of an image, 64 KiB or all
    /// @throws OddImageException when they are not those of one
    static Qcow2Header of(ByteBuffer head) throws OddImageException {
        if (head.limit() < SIZE || head.getInt(0) != MAGIC) {
            throw new OddImageException("not a qcow2 image");
        }
        boolean old = head.getInt(4) < 3;
        boolean elsewhere = !old && (head.getLong(INCOMPATIBLE) & EXTERNAL_DATA) != 0;
        int length = old ? OLD_LENGTH : head.getInt(HEADER_LENGTH);
        return new Qcow2Header(
                backing(head), format(head, length), elsewhere, head.getLong(VIRTUAL_SIZE));
    }

    private static Optional<String> backing(ByteBuffer head) throws OddImageException {
        long offset = head.getLong(BACKING_OFFSET);
        int size = head.getInt(BACKING_SIZE);
        if (offset == 0 || size == 0) {
            return Optional.empty();
        }
        if (size < 0 || size > LONGEST_NAME || offset < 0 || offset > head.limit() - size) {
            throw new OddImageException("the name of its base is damaged");
        }
        return Optional.of(text(head, (int) offset, size));
    }

    private static Optional<String> format(ByteBuffer head, int start) {
        int at = Math.clamp(start, 0, head.limit());
        while (at <= head.limit() - 8) {
            int kind = head.getInt(at);
            int size = head.getInt(at + 4);
            if (kind == 0 || size < 0 || size > head.limit() - at - 8) {
                return Optional.empty();
            }
            if (kind == FORMAT_EXTENSION) {
                return Optional.of(text(head, at + 8, size));
            }
            at += 8 + (size + 7) / 8 * 8;
        }
        return Optional.empty();
    }

    private static String text(ByteBuffer head, int at, int size) {
        byte[] text = new byte[size];
        head.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// The format of the base, found out where it is not told.
    DiskFormat formatOf(Path base) throws IOException, OddImageException {
        if (backingFormat.isEmpty()) {
            return ImageReader.diskFormat(base);
        }
        return switch (backingFormat.get()) {
            case "raw" -> DiskFormat.RAW;
            case "qcow2" -> DiskFormat.QCOW2;
            default -> throw new OddImageException("format of its base: " + backingFormat.get());
        };
    }
}
