package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Vm;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Uefi;

/// Looks once at the files of one VM.
final class Inspection {
    private static final String NO_DISK = "could not open disk image(s)";
    private static final String NO_ISO = "could not find specified iso image";
    private static final String NO_KERNEL = "cannot open kernel";

    private final Vm vm;
    private final Supplied supplied;
    private final UefiFirmware firmware;
    private final Optional<SuppliedFiles> theirs;

    Inspection(Vm vm, Supplied supplied, UefiFirmware firmware) {
        this.vm = vm;
        this.supplied = supplied;
        this.firmware = firmware;
        this.theirs = supplied.rights().map(each -> new SuppliedFiles(vm.name(), each));
    }

    /// Everything, or nothing stays open.
    Media media() throws IOException, MediaException {
        try {
            List<Disk> disks = new ArrayList<>();
            for (Disk disk : vm.disks()) {
                disks.add(disk(disk));
            }
            Optional<Path> cdrom = cdrom();
            BootImage boot = boot();
            Optional<Uefi> uefi = uefi(boot);
            Bound bound = theirs.map(SuppliedFiles::bound).orElse(Bound.NONE);
            return new Media(disks, cdrom, boot, uefi, bound);
        } catch (IOException | MediaException | RuntimeException e) {
            theirs.ifPresent(SuppliedFiles::close);
            throw e;
        }
    }

    /// Who opens a file that is theirs; absent when the daemon does.
    private Optional<SuppliedFiles> opens(String path) {
        return theirs.filter(_ -> supplied.paths().contains(path));
    }

    private Disk disk(Disk disk) throws IOException, MediaException {
        Optional<SuppliedFiles> opens = opens(disk.path());
        if (opens.isPresent()) {
            return opens.get().disk(absolute(disk.path(), NO_DISK), disk.format());
        }
        return own(disk);
    }

    /// A disk that the configuration or root names.
    static Disk own(Disk disk) throws IOException, MediaException {
        Path path = readable(disk.path(), NO_DISK);
        if (!Files.isWritable(path)) {
            throw new MediaException("%s: %s: Permission denied".formatted(NO_DISK, path));
        }
        DiskFormat format =
                disk.format() == DiskFormat.AUTO ? ImageReader.diskFormat(path) : disk.format();
        ImageChain.below(path, format, new Named(path));
        return new Disk(path.toString(), format);
    }

    /// The images below a disk under their names. What is not plain is left to QEMU.
    private record Named(Path disk) implements ImageChain.Opening {
        @Override
        public void base(Path base, String name, String chain) throws MediaException {
            if (!Files.exists(base)) {
                throw refused("base %s does not exist: %s".formatted(name, chain));
            }
            if (!Files.isReadable(base)) {
                throw refused("base %s: Permission denied: %s".formatted(name, chain));
            }
        }

        @Override
        public Path at(Path image) {
            return image;
        }

        @Override
        public MediaException refused(String reason) {
            return new MediaException("%s: %s: %s".formatted(NO_DISK, disk, reason));
        }

        @Override
        public void odd(String reason) {}
    }

    Optional<Path> cdrom() throws IOException, MediaException {
        if (vm.cdrom().isEmpty()) {
            return Optional.empty();
        }
        String path = vm.cdrom().get();
        Optional<SuppliedFiles> opens = opens(path);
        return Optional.of(
                opens.isPresent()
                        ? opens.get().readable(absolute(path, NO_ISO), "cdrom")
                        : readable(path, NO_ISO));
    }

    BootImage boot() throws MediaException, IOException {
        if (vm.boot().image().isPresent()) {
            return image(vm.boot().image().get());
        }
        boolean diskless = vm.disks().isEmpty() && vm.cdrom().isEmpty();
        if (diskless && vm.boot().device() != BootDevice.NET) {
            throw new MediaException("no kernel or disk/cdrom specified");
        }
        return new BootImage.None();
    }

    /// UEFI starts what has been made for it.
    Optional<Uefi> uefi(BootImage boot) throws IOException, MediaException {
        Optional<Uefi> uefi = firmware.of(vm);
        if (uefi.isEmpty()) {
            return uefi;
        }
        switch (boot) {
            case BootImage.None() -> {}
            case BootImage.Rom(Path path) ->
                    throw new MediaException(
                            "boot image %s is firmware itself; remove firmware uefi or boot"
                                    .formatted(path));
            case BootImage.Kernel(Path path, _, _) -> {
                if (ImageReader.isElf(theirs.map(each -> each.at(path)).orElse(path))) {
                    throw new MediaException(
                            "boot image %s is an ELF kernel, which firmware uefi cannot start; remove firmware uefi"
                                    .formatted(path));
                }
            }
        }
        return uefi;
    }

    private BootImage image(String name) throws MediaException, IOException {
        Optional<SuppliedFiles> opens = opens(name);
        if (opens.isEmpty()) {
            return ImageReader.bootImage(readable(name, NO_KERNEL), ImageReader.OWN);
        }
        Path kernel = opens.get().readable(absolute(name, NO_KERNEL), "kernel");
        return ImageReader.bootImage(kernel, opens.get());
    }

    private static Path absolute(String name, String complaint) throws MediaException {
        try {
            return Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new MediaException(
                    "%s: %s: not a path of this host".formatted(complaint, e.getInput()));
        }
    }

    private static Path readable(String name, String complaint) throws MediaException {
        Path path = absolute(name, complaint);
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
