package vmconf.compiler.export;

import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// Formats of disk images for targets that look into no image.
public final class Formats {
    private Formats() {}

    /// The format, by the file's name where none is written.
    public static DiskFormat taken(Disk disk) {
        if (disk.format() != DiskFormat.AUTO) {
            return disk.format();
        }
        return disk.path().endsWith(".qcow2") ? DiskFormat.QCOW2 : DiskFormat.RAW;
    }
}
