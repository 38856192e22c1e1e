package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;
import vmconf.plan.Vm;

/// Looks at every file a VM names before anything is started.
public final class Preflight {
    private final ImageClaims claims = new ImageClaims();

    /// The VM's files, found usable. Claims nothing.
    public Media inspect(Vm vm) throws MediaException {
        return inspect(vm, Supplied.NONE);
    }

    /// The same where somebody supplied some of them: these are held open.
    public Media inspect(Vm vm, Supplied supplied) throws MediaException {
        try {
            return new Inspection(vm, supplied).media();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The VM's CD-ROM image, found usable.
    public Optional<Path> cdrom(Vm vm) throws MediaException {
        try {
            return new Inspection(vm, Supplied.NONE).cdrom();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Everything that keeps the VM's files from being used; empty when [#inspect] and [#claim]
    /// would succeed.
    public List<Finding> examine(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (Disk disk : vm.disks()) {
            refusal("disk", () -> Inspection.own(disk))
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
        refusal("cdrom", () -> new Inspection(vm, Supplied.NONE).cdrom()).ifPresent(findings::add);
        refusal("boot", () -> new Inspection(vm, Supplied.NONE).boot()).ifPresent(findings::add);
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

    /// Takes the VM's disks for it alone, until the claim is closed.
    public ImageClaim claim(Vm vm, Media media) throws MediaException {
        return claims.take(vm.name(), media);
    }

    /// The same for a guest that runs already, which has its disks whatever became of the files.
    public ImageClaim reclaim(Vm vm) {
        return claims.takeThere(vm.name(), vm.disks());
    }
}
