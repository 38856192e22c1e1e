package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// Opens what somebody supplied for a VM, with his rights, and everything that it leads to: images
/// below a disk, files beside a kernel. Closes all when one is refused.
final class SuppliedFiles implements ImageReader.Companions, AutoCloseable {
    private static final int LONGEST_CHAIN = 4;

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
        bases.put(path, format == DiskFormat.QCOW2 ? chain(path, complaint) : List.of());
        return new Disk(path.toString(), format);
    }

    Path readable(Path path, String what) throws IOException, MediaException {
        open(path, false, "no read access to " + what + " " + path);
        return path;
    }

    private List<Disk> chain(Path disk, String complaint) throws IOException, MediaException {
        List<Disk> chain = new ArrayList<>();
        Path image = disk;
        DiskFormat format = DiskFormat.QCOW2;
        while (format == DiskFormat.QCOW2) {
            Qcow2Header header = header(image, complaint);
            if (header.backing().isEmpty()) {
                break;
            }
            if (chain.size() == LONGEST_CHAIN - 1) {
                throw refused(complaint, "more than %d images in a row".formatted(LONGEST_CHAIN));
            }
            image = base(image, header.backing().get(), disk);
            format = header.formatOf(at(image));
            chain.add(new Disk(image.toString(), format));
        }
        return chain;
    }

    private Qcow2Header header(Path image, String complaint) throws IOException, MediaException {
        Qcow2Header header;
        try {
            header = Qcow2Header.read(at(image));
        } catch (MediaException e) {
            throw refused(complaint, e.getMessage());
        }
        if (header.elsewhere()) {
            throw refused(complaint, "its data are in another file");
        }
        return header;
    }

    /// Relative to the image that names it. What QEMU would take for something else than a file
    /// is refused.
    private Path base(Path image, String name, Path disk) throws IOException, MediaException {
        String complaint = "unable to read base %s of disk %s".formatted(name, disk);
        int colon = name.indexOf(':');
        if (name.indexOf('\0') >= 0 || (colon >= 0 && name.lastIndexOf('/', colon) < 0)) {
            throw refused("unable to read base of disk " + disk, "not a file");
        }
        Path base = image.resolveSibling(name);
        open(base, false, complaint);
        return base;
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
