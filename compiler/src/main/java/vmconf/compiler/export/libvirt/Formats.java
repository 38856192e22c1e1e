package vmconf.compiler.export.libvirt;

import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// Formats of disk images: libvirt wants to be told, and looks into no image.
final class Formats {
    private Formats() {}

    /// The format, by the file's name where none is written.
    static String taken(Disk disk) {
        if (disk.format() != DiskFormat.AUTO) {
            return disk.format().word();
        }
        return disk.path().endsWith(".qcow2") ? "qcow2" : "raw";
    }
}
