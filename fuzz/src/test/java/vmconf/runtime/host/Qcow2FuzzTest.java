package vmconf.runtime.host;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a guest or a user writes to the head of an image, it is read or refused, and the name
/// of what lies below is one of the image's own bytes.
class Qcow2FuzzTest {
    private static final int LONGEST_NAME = 1023;

    /// Without a base, with one, and with one whose format is told.
    static Stream<Arguments> seeds() {
        return Stream.of(image("", ""), image("base.img", ""), image("base.img", "raw"))
                .map(each -> Arguments.of((Object) each));
    }

    private static byte[] image(String base, String format) {
        ByteBuffer head = ByteBuffer.allocate(512);
        head.putInt(0, 0x514649fb).putInt(4, 3);
        head.putLong(24, 1 << 20).putInt(100, 104);
        int at = 104;
        if (!format.isEmpty()) {
            head.putInt(at, 0xe2792aca).putInt(at + 4, format.length());
            head.put(at + 8, format.getBytes(StandardCharsets.UTF_8));
            at += 16;
        }
        if (!base.isEmpty()) {
            head.putLong(8, 256).putInt(16, base.length());
            head.put(256, base.getBytes(StandardCharsets.UTF_8));
        }
        return head.array();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void head(byte[] bytes) {
        try {
            Qcow2Header header = Qcow2Header.of(ByteBuffer.wrap(bytes));
            header.backing()
                    .ifPresent(name -> require(name.length() <= LONGEST_NAME, "a long name"));
            header.backingFormat()
                    .ifPresent(name -> require(name.length() <= bytes.length, "a long format"));
        } catch (OddImageException e) {
            require(e.getMessage() != null, "no reason");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
