package vmconf.runtime.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;

/// The files a VM runs from, looked at and found good.
///
/// @param disks absolute paths, format never `AUTO`
/// @param bound those that are held open until the hypervisor has them
public record Media(List<Disk> disks, Optional<Path> cdrom, BootImage boot, Bound bound)
        implements AutoCloseable {
    public Media {
        disks = List.copyOf(disks);
    }

    /// Files that need not be held.
    public Media(List<Disk> disks, Optional<Path> cdrom, BootImage boot) {
        this(disks, cdrom, boot, Bound.NONE);
    }

    @Override
    public void close() {
        bound.close();
    }
}
