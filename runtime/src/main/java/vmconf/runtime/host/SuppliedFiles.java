package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// Opens what somebody supplied for a VM, with his rights, and everything that it leads to: images
/// below a disk, files beside a kernel. Closes all when one is refused.
final class SuppliedFiles implements ImageReader.Companions, AutoCloseable {
    private final String vm;
    private final Rights rights;
    private final Map<Path, HeldFile> files = new LinkedHashMap<>();
    private final Map<Path, List<Disk>> bases = new LinkedHashMap<>();

    SuppliedFiles(String vm, Rights rights) {
        this.vm = vm;
        this.rights = rights;
    }

    Bound bound() {
        return new Bound(files, bases);
    }

    /// A disk, to read and write, and the images below it, to read.
    Disk disk(Path path, DiskFormat told) throws IOException, MediaException {
        String complaint = "unable to access disk " + path;
        Path image = open(path, true, complaint);
        DiskFormat format = told == DiskFormat.AUTO ? ImageReader.diskFormat(image) : told;
        bases.put(path, ImageChain.below(path, format, opening(path, complaint)));
        return new Disk(path.toString(), format);
    }

    Path readable(Path path, String what) throws IOException, MediaException {
        open(path, false, "no read access to " + what + " " + path);
        return path;
    }

    /// Whatever is not plain is refused: nobody knows what QEMU would open.
    private ImageChain.Opening opening(Path disk, String complaint) {
        return new ImageChain.Opening() {
            @Override
            public void base(Path base, String name, String chain)
                    throws IOException, MediaException {
                open(base, false, "unable to read base %s of disk %s".formatted(name, disk));
            }

            @Override
            public Path at(Path image) {
                return SuppliedFiles.this.at(image);
            }

            @Override
            public MediaException refused(String reason) {
                return SuppliedFiles.this.refused(complaint, reason);
            }

            @Override
            public void odd(String reason) throws MediaException {
                throw refused(reason);
            }
        };
    }

    private Path open(Path path, boolean toWrite, String complaint)
            throws IOException, MediaException {
        try {
            return hold(path, toWrite);
        } catch (FileSystemException e) {
            throw refused(complaint, String.valueOf(e.getReason()));
        }
    }

    private Path hold(Path path, boolean toWrite) throws IOException {
        HeldFile file = rights.open(path, toWrite);
        HeldFile before = files.put(path, file);
        if (before != null) {
            before.close();
        }
        return file.path();
    }

    private MediaException refused(String complaint, String reason) {
        return new MediaException(
                "vm \"%s\" %s: %s (as user %s)".formatted(vm, complaint, reason, rights.user()));
    }

    @Override
    public Path at(Path path) {
        HeldFile file = files.get(path);
        return file == null ? path : file.path();
    }

    @Override
    public Optional<Path> beside(Path kernel, String suffix) throws IOException, MediaException {
        Path file = ImageReader.named(kernel, suffix);
        try {
            hold(file, false);
            return Optional.of(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            throw refused("no read access to " + file, String.valueOf(e.getReason()));
        }
    }

    @Override
    public void close() {
        files.values().forEach(HeldFile::close);
    }
}
