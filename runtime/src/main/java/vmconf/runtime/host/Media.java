package vmconf.runtime.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Uefi;

/// The files a VM runs from, looked at and found good.
///
/// @param disks absolute paths, format never `AUTO`
/// @param uefi the firmware, where the VM is not started by a BIOS
/// @param bound those that are held open until the hypervisor has them
public record Media(
        List<Disk> disks, Optional<Path> cdrom, BootImage boot, Optional<Uefi> uefi, Bound bound)
        implements AutoCloseable {
    public Media {
        disks = List.copyOf(disks);
    }

    /// Files that need not be held.
    public Media(List<Disk> disks, Optional<Path> cdrom, BootImage boot) {
        this(disks, cdrom, boot, Optional.empty(), Bound.NONE);
    }

    @Override
    public void close() {
        bound.close();
    }
}
