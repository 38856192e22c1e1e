package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// A disk image as a command line names it (`vmd-runtime` section 13).
///
/// @param name as it was given, without the format in front
/// @param format `raw` or `qcow2`
record ImageName(String name, String format) {
    private static final String RAW = "raw";
    private static final String QCOW2 = "qcow2";
    private static final byte[] MAGIC = {'Q', 'F', 'I', (byte) 0xfb};

    /// The format is the one in front of the path, else what the file says, else what its name
    /// ends with, else raw.
    static ImageName of(String word) {
        for (String format : new String[] {RAW, QCOW2}) {
            if (word.startsWith(format + ":")) {
                return new ImageName(word.substring(format.length() + 1), format);
            }
        }
        boolean qcow2 = isQcow2(word) || word.toLowerCase(Locale.ROOT).endsWith("." + QCOW2);
        return new ImageName(word, qcow2 ? QCOW2 : RAW);
    }

    private static boolean isQcow2(String word) {
        try (InputStream in = Files.newInputStream(Path.of(word))) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false;
        }
    }

    boolean isQcow2() {
        return format.equals(QCOW2);
    }

    Path path() {
        return Path.of(name).toAbsolutePath();
    }
}
