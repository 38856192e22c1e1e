package vmconf.plan.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files a VM runs from, by the names under which QEMU opens them.
///
/// @param uefi the firmware, where the VM is not started by a BIOS
public record Images(List<Drive> disks, Optional<Path> cdrom, BootImage boot, Optional<Uefi> uefi) {
    public Images {
        disks = List.copyOf(disks);
    }
}
