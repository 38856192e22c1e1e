package vmconf.runtime.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vmconf.plan.DiskFormat;
import vmconf.plan.machine.BootImage;

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

    /// Where the files of a kernel are read.
    interface Companions {
        /// What leads to a file's content.
        Path at(Path file);

        /// A file beside the kernel, if there is one.
        Optional<Path> beside(Path kernel, String suffix) throws IOException, MediaException;
    }

    /// Under their names, with the daemon's rights.
    static final Companions OWN =
            new Companions() {
                @Override
                public Path at(Path file) {
                    return file;
                }

                @Override
                public Optional<Path> beside(Path kernel, String suffix) {
                    return Optional.of(named(kernel, suffix)).filter(Files::isRegularFile);
                }
            };

    static BootImage bootImage(Path image, Companions files) throws IOException, MediaException {
        Path content = files.at(image);
        if (at(content, 0, ELF) || at(content, LINUX_OFFSET, LINUX)) {
            Optional<Path> initrd = files.beside(image, ".initrd");
            return new BootImage.Kernel(image, initrd, commandLine(image, files));
        }
        if (at(content, 0, GZIP)) {
            throw new MediaException(
                    "boot image %s is compressed with gzip; unpack it first".formatted(image));
        }
        return new BootImage.Rom(image);
    }

    static boolean isElf(Path image) throws IOException {
        return at(image, 0, ELF);
    }

    private static String commandLine(Path image, Companions files)
            throws IOException, MediaException {
        Optional<Path> file = files.beside(image, ".cmdline");
        if (file.isEmpty()) {
            return BootImage.Kernel.DEFAULT_COMMAND_LINE;
        }
        byte[] start = firstBytes(files.at(file.get()), 0, LONGEST_COMMAND_LINE);
        String text = new String(start, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }

    static Path named(Path image, String suffix) {
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
