package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// A disk with the images below it, which hold what it does not.
final class ImageChain {
    private static final int LONGEST = 4;

    private final Opening opening;
    private final Path disk;
    private final List<Path> images = new ArrayList<>();
    private final List<Disk> bases = new ArrayList<>();

    /// How the images of a chain come to be read.
    interface Opening {
        /// Refuses an image below another that cannot be opened.
        ///
        /// @param name as the image above has it
        /// @param chain all images down to it, for people
        void base(Path base, String name, String chain) throws IOException, MediaException;

        /// What leads to an image's content.
        Path at(Path image);

        /// A refusal of the disk.
        MediaException refused(String reason);

        /// What to do about an image that only QEMU may understand.
        void odd(String reason) throws MediaException;
    }

    private ImageChain(Path disk, Opening opening) {
        this.disk = disk;
        this.opening = opening;
        images.add(disk);
    }

    /// The images below a disk, nearest first; none below a raw one.
    static List<Disk> below(Path disk, DiskFormat format, Opening opening)
            throws IOException, MediaException {
        ImageChain chain = new ImageChain(disk, opening);
        chain.follow(format);
        return chain.bases;
    }

    private void follow(DiskFormat top) throws IOException, MediaException {
        DiskFormat format = top;
        while (format == DiskFormat.QCOW2) {
            Path image = images.getLast();
            try {
                Qcow2Header header = Qcow2Header.read(opening.at(image));
                Optional<Path> base = base(image, header);
                if (base.isEmpty()) {
                    return;
                }
                descend(base.get(), header.backing().orElseThrow());
                format = header.formatOf(opening.at(base.get()));
            } catch (OddImageException e) {
                opening.odd((image.equals(disk) ? "" : image + ": ") + e.getMessage());
                return;
            }
            bases.add(new Disk(images.getLast().toString(), format));
        }
    }

    private void descend(Path base, String name) throws IOException, MediaException {
        boolean again = images.stream().anyMatch(each -> each.normalize().equals(base.normalize()));
        images.add(base);
        if (again) {
            throw opening.refused("its images are below each other: " + shown());
        }
        if (images.size() > LONGEST) {
            throw opening.refused("more than %d images in a row: %s".formatted(LONGEST, shown()));
        }
        opening.base(base, name, shown());
    }

    private String shown() {
        return images.stream().map(Path::toString).collect(Collectors.joining(" -> "));
    }

    /// Relative to the image that names it. What QEMU would take for something else than a file
    /// is odd.
    private static Optional<Path> base(Path image, Qcow2Header header) throws OddImageException {
        if (header.elsewhere()) {
            throw new OddImageException("its data are in another file");
        }
        if (header.backing().isEmpty()) {
            return Optional.empty();
        }
        String name = header.backing().get();
        int colon = name.indexOf(':');
        if (name.indexOf('\0') >= 0 || (colon >= 0 && name.lastIndexOf('/', colon) < 0)) {
            throw new OddImageException("its base is not a file");
        }
        return Optional.of(image.resolveSibling(name));
    }
}
