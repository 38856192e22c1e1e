package vmconf.plan.machine;

import java.nio.file.Path;
import java.util.List;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// A disk as QEMU opens it.
///
/// @param file by which name it is opened
/// @param format never `AUTO`
/// @param bases what lies below it, nearest first, formats never `AUTO`; empty where QEMU finds
/// that itself
public record Drive(Path file, DiskFormat format, List<Disk> bases) {
    public Drive {
        bases = List.copyOf(bases);
    }
}
