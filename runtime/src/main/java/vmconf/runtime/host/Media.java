package vmconf.runtime.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;

/// The files a VM runs from, looked at and found good.
///
/// @param disks absolute paths, format never `AUTO`
public record Media(List<Disk> disks, Optional<Path> cdrom, BootImage boot) {
    public Media {
        disks = List.copyOf(disks);
    }
}
