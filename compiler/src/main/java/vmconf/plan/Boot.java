package vmconf.plan;

import java.util.Optional;

/// How a VM comes up.
///
/// @param image path of a kernel or firmware image; absent: the hypervisor's own firmware
/// @param device the device a guest must boot from
/// @param firmware which firmware where no image is named
/// @param efivars path of the UEFI variable store
public record Boot(
        Optional<String> image, BootDevice device, Firmware firmware, Optional<String> efivars) {

    /// Nothing asked for: BIOS, first bootable device.
    public static final Boot DEFAULT =
            new Boot(Optional.empty(), BootDevice.AUTO, Firmware.BIOS, Optional.empty());
}
