package vmconf.runtime.qemu;

import java.nio.file.Path;
import java.util.List;
import vmconf.plan.Disk;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Drive;
import vmconf.plan.machine.Images;
import vmconf.runtime.host.Media;

/// A VM's files by what QEMU opens them by: what is held open is opened through that.
record OpenedImages(Media media) {
    Images images() {
        return new Images(
                media.disks().stream().map(this::drive).toList(),
                media.cdrom().map(this::opened),
                boot(),
                media.uefi());
    }

    private Drive drive(Disk disk) {
        Path path = Path.of(disk.path());
        List<Disk> bases = media.bound().basesOf(path).orElse(List.of());
        return new Drive(opened(path), disk.format(), bases.stream().map(this::base).toList());
    }

    private Disk base(Disk disk) {
        return new Disk(opened(Path.of(disk.path())).toString(), disk.format());
    }

    private BootImage boot() {
        return switch (media.boot()) {
            case BootImage.None none -> none;
            case BootImage.Rom(Path path) -> new BootImage.Rom(opened(path));
            case BootImage.Kernel(Path path, var initrd, String commandLine) ->
                    new BootImage.Kernel(opened(path), initrd.map(this::opened), commandLine);
        };
    }

    private Path opened(Path file) {
        return media.bound().of(file);
    }
}
