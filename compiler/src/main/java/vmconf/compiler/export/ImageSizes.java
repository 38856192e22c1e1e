package vmconf.compiler.export;

import java.util.OptionalLong;

/// How large images are, for targets that have to say it beforehand.
@FunctionalInterface
public interface ImageSizes {
    /// Nobody has looked.
    ImageSizes UNKNOWN = _ -> OptionalLong.empty();

    /// The size of the disk as the guest sees it, in bytes; nothing where it cannot be read.
    OptionalLong of(String path);
}
