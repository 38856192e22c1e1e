package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Vm;

/// Looks at every file a VM names before anything is started.
public final class Preflight {
    private final ImageClaims claims = new ImageClaims();

    /// The VM's files, found usable. Claims nothing.
    public Media inspect(Vm vm) throws MediaException {
        try {
            List<Disk> disks = new ArrayList<>();
            for (Disk disk : vm.disks()) {
                Path path = readable(disk.path(), "could not open disk image(s)");
                if (!Files.isWritable(path)) {
                    throw new MediaException(
                            "could not open disk image(s): %s: Permission denied".formatted(path));
                }
                DiskFormat format =
                        disk.format() == DiskFormat.AUTO
                                ? ImageReader.diskFormat(path)
                                : disk.format();
                disks.add(new Disk(path.toString(), format));
            }
            Optional<Path> cdrom = Optional.empty();
            if (vm.cdrom().isPresent()) {
                cdrom =
                        Optional.of(
                                readable(vm.cdrom().get(), "could not find specified iso image"));
            }
            return new Media(disks, cdrom, boot(vm));
        } catch (IOException e) {
            throw new MediaException("cannot read an image: " + e.getMessage());
        }
    }

    /// Takes the VM's disks for it alone, until the claim is closed.
    public ImageClaim claim(Vm vm, Media media) throws MediaException {
        return claims.take(vm.name(), media.disks());
    }

    /// The same for a guest that runs already, which has its disks whatever became of the files.
    public ImageClaim reclaim(Vm vm) {
        return claims.takeThere(vm.name(), vm.disks());
    }

    private static BootImage boot(Vm vm) throws MediaException, IOException {
        if (vm.boot().image().isPresent()) {
            String image = vm.boot().image().get();
            return ImageReader.bootImage(readable(image, "cannot open kernel"));
        }
        if (vm.disks().isEmpty() && vm.cdrom().isEmpty()) {
            throw new MediaException("no kernel or disk/cdrom specified");
        }
        return new BootImage.None();
    }

    private static Path readable(String name, String complaint) throws MediaException {
        Path path = Path.of(name).toAbsolutePath();
        String reason = "";
        if (!Files.exists(path)) {
            reason = "No such file or directory";
        } else if (!Files.isRegularFile(path)) {
            reason = "not a regular file";
        } else if (!Files.isReadable(path)) {
            reason = "Permission denied";
        }
        if (!reason.isEmpty()) {
            throw new MediaException("%s: %s: %s".formatted(complaint, path, reason));
        }
        return path;
    }
}
