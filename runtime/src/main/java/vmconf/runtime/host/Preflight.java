package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Disk;
import vmconf.plan.Vm;

/// Looks at every file a VM names before anything is started.
public final class Preflight {
    private final ImageClaims claims = new ImageClaims();
    private final UefiFirmware firmware;

    public Preflight(UefiFirmware firmware) {
        this.firmware = firmware;
    }

    /// The VM's files, found usable. Claims nothing.
    public Media inspect(Vm vm) throws MediaException {
        return inspect(vm, Supplied.NONE);
    }

    /// The same where somebody supplied some of them: these are held open.
    public Media inspect(Vm vm, Supplied supplied) throws MediaException {
        try {
            return new Inspection(vm, supplied, firmware).media();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The VM's CD-ROM image, found usable.
    public Optional<Path> cdrom(Vm vm) throws MediaException {
        try {
            return inspection(vm).cdrom();
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
                                    canBeMade(disk.path())
                                            ? each.orFix("vmctl create -s 10G " + disk.path())
                                            : each)
                    .ifPresent(findings::add);
            taken(disk.path(), vm)
                    .map(each -> Finding.refusal("disk", each))
                    .ifPresent(findings::add);
        }
        findings.addAll(ThinImages.of(vm.disks()));
        refusal("cdrom", () -> inspection(vm).cdrom()).ifPresent(findings::add);
        Optional<Finding> boot = refusal("boot", () -> inspection(vm).boot());
        boot.ifPresent(findings::add);
        if (boot.isEmpty()) {
            refusal("uefi", () -> inspection(vm).uefi(inspection(vm).boot()))
                    .ifPresent(findings::add);
        }
        firmware.variables(vm)
                .flatMap(each -> taken(each.toString(), vm))
                .map(each -> Finding.refusal("uefi", each))
                .ifPresent(findings::add);
        return findings;
    }

    private static boolean canBeMade(String path) {
        try {
            return !Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Inspection inspection(Vm vm) {
        return new Inspection(vm, Supplied.NONE, firmware);
    }

    /// Who else has a file that the VM writes to.
    private Optional<String> taken(String path, Vm vm) {
        return claims.holder(path)
                .filter(holder -> !holder.equals(vm.name()))
                .map(holder -> ImageClaims.refusal(path, holder));
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

    /// Takes the VM's disks and variables of UEFI for it alone, until the claim is closed. Makes
    /// the latter where there are none yet.
    public ImageClaim claim(Vm vm, Media media) throws MediaException {
        if (media.uefi().isPresent()) {
            UefiFirmware.make(media.uefi().get());
        }
        return claims.take(vm.name(), media);
    }

    /// The same for a guest that runs already, which has its disks whatever became of the files.
    public ImageClaim reclaim(Vm vm) {
        return claims.takeThere(vm.name(), written(vm));
    }

    private List<String> written(Vm vm) {
        return Stream.concat(
                        vm.disks().stream().map(Disk::path),
                        firmware.variables(vm).stream().map(Path::toString))
                .toList();
    }
}
