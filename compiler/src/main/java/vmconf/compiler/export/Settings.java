package vmconf.compiler.export;

/// What the plan does not say and an export depends on.
///
/// @param file what to call the plan's file
/// @param emulated the host has no KVM, so that QEMU emulates the processor
/// @param sizes of the images that can be read here
public record Settings(String file, boolean emulated, ImageSizes sizes) {

    /// Where nobody has looked into images.
    public Settings(String file, boolean emulated) {
        this(file, emulated, ImageSizes.UNKNOWN);
    }
}
