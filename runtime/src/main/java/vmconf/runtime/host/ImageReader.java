package vmconf.runtime.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vmconf.plan.DiskFormat;

/// Tells files apart by their first bytes.
final class ImageReader {
    private static final byte[] QCOW2 = {'Q', 'F', 'I', (byte) 0xfb};
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] LINUX = {'H', 'd', 'r', 'S'};
    private static final int LINUX_OFFSET = 0x202;
    private static final int LONGEST_COMMAND_LINE = 2048;

    private ImageReader() {}

    static DiskFormat diskFormat(Path image) throws IOException {
        return at(image, 0, QCOW2) ? DiskFormat.QCOW2 : DiskFormat.RAW;
    }

    static BootImage bootImage(Path image) throws IOException, MediaException {
        if (at(image, 0, ELF) || at(image, LINUX_OFFSET, LINUX)) {
            Path initrd = beside(image, ".initrd");
            Optional<Path> present = Optional.of(initrd).filter(Files::isRegularFile);
            return new BootImage.Kernel(image, present, commandLine(image));
        }
        if (at(image, 0, GZIP)) {
            throw new MediaException(
                    "boot image %s is compressed with gzip; unpack it first".formatted(image));
        }
        return new BootImage.Rom(image);
    }

    private static String commandLine(Path image) throws IOException {
        Path file = beside(image, ".cmdline");
        if (!Files.isRegularFile(file)) {
            return BootImage.Kernel.DEFAULT_COMMAND_LINE;
        }
        byte[] start = firstBytes(file, 0, LONGEST_COMMAND_LINE);
        String text = new String(start, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }

    private static Path beside(Path image, String suffix) {
        return image.resolveSibling(image.getFileName() + suffix);
    }

    private static boolean at(Path file, int offset, byte[] signature) throws IOException {
        return Arrays.equals(firstBytes(file, offset, signature.length), signature);
    }

    private static byte[] firstBytes(Path file, int offset, int count) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(offset, Files.size(file)));
            return in.readNBytes(count);
        }
    }
}
