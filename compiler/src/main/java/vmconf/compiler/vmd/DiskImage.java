package vmconf.compiler.vmd;

import java.util.Locale;
import java.util.Optional;

/// A disk of a VM.
///
/// @param path resolved
record DiskImage(String path, Format format) {

    /// How an image is laid out; automatic is decided by its content when the VM starts.
    enum Format {
        AUTO,
        RAW,
        QCOW2;

        /// The format of that name, which has no case.
        static Optional<Format> named(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "raw" -> Optional.of(RAW);
                case "qcow2" -> Optional.of(QCOW2);
                default -> Optional.empty();
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
