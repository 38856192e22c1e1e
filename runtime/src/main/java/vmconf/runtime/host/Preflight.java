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
                disks.add(disk(disk));
            }
            return new Media(disks, cdrom(vm), boot(vm));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Everything that keeps the VM's files from being used; empty when [#inspect] and [#claim]
    /// would succeed.
    public List<Finding> examine(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (Disk disk : vm.disks()) {
            refusal("disk", () -> disk(disk))
                    .map(
                            each ->
                                    Files.exists(Path.of(disk.path()))
                                            ? each
                                            : each.orFix("vmctl create -s 10G " + disk.path()))
                    .ifPresent(findings::add);
            claims.holder(disk.path())
                    .filter(holder -> !holder.equals(vm.name()))
                    .map(holder -> ImageClaims.refusal(disk.path(), holder))
                    .map(each -> Finding.refusal("disk", each))
                    .ifPresent(findings::add);
        }
        refusal("cdrom", () -> cdrom(vm)).ifPresent(findings::add);
        refusal("boot", () -> boot(vm)).ifPresent(findings::add);
        return findings;
    }

    private interface Look {
        Object at() throws MediaException, IOException;
    }

    private static Optional<Finding> refusal(String check, Look look) {
        try {
            look.at();
            return Optional.empty();
        } catch (MediaException e) {
            return Optional.of(Finding.refusal(check, e.getMessage()));
        } catch (IOException e) {
            return Optional.of(Finding.refusal(check, unreadable(e).getMessage()));
        }
    }

    private static MediaException unreadable(IOException e) {
        return new MediaException("cannot read an image: " + e.getMessage());
    }

    private static Disk disk(Disk disk) throws MediaException, IOException {
        Path path = readable(disk.path(), "could not open disk image(s)");
        if (!Files.isWritable(path)) {
            throw new MediaException(
                    "could not open disk image(s): %s: Permission denied".formatted(path));
        }
        DiskFormat format =
                disk.format() == DiskFormat.AUTO ? ImageReader.diskFormat(path) : disk.format();
        return new Disk(path.toString(), format);
    }

    private static Optional<Path> cdrom(Vm vm) throws MediaException {
        return vm.cdrom().isPresent()
                ? Optional.of(readable(vm.cdrom().get(), "could not find specified iso image"))
                : Optional.empty();
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
