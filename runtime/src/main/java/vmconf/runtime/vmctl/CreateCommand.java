package vmconf.runtime.vmctl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// `vmctl create`: makes a disk image, without the daemon.
///
/// @param size bytes, a multiple of 1 MiB; absent: that of the base or of the source
/// @param base as it is to be written into the image
/// @param source the image whose content the new one gets
/// @param json print what was made so
record CreateCommand(
        ImageName disk,
        Optional<Long> size,
        Optional<String> base,
        Optional<ImageName> source,
        boolean json) {
    private static final long MEBIBYTE = 1L << 20;
    private static final String FAILED = "create imagefile operation failed";

    /// Leaves a whole image, or no file.
    void run(QemuImg tool, Streams streams) throws Complaint {
        tool.require();
        long bytes = source.isPresent() ? convert(tool, source.get(), streams) : make(tool);
        if (json) {
            String image = disk.path().toAbsolutePath().normalize().toString();
            OwnAnswer made = new OwnAnswer.Created(image, disk.format(), bytes);
            JsonAnswer.print(JsonAnswer.of(made), streams);
        } else {
            streams.err().println("vmctl: " + disk.format() + " imagefile created");
        }
    }

    /// @return bytes of the disk
    private long make(QemuImg tool) throws Complaint {
        long bytes = base.isPresent() ? sizeOver(tool, base.get()) : size.orElseThrow();
        make(FAILED, () -> tool.create(disk, bytes, base).orThrow(FAILED));
        return bytes;
    }

    /// A relative base is looked for beside the image, now as later.
    private long sizeOver(QemuImg tool, String name) throws Complaint {
        if (name.contains(":") && !name.contains("/")) {
            throw Complaint.named(
                    "failure to read base image header: write a name with a colon as ./" + name);
        }
        Path path = disk.path().resolveSibling(name);
        if (!Files.exists(path)) {
            String help =
                    Files.exists(Path.of(name))
                            ? "; a relative base is looked for beside the image, so name it as "
                                    + Path.of(name).toAbsolutePath().normalize()
                            : "";
            throw Complaint.named(
                    "failure to read base image header: %s: No such file or directory%s"
                            .formatted(path, help));
        }
        if (!ImageName.of(path.toString()).isQcow2()) {
            throw Complaint.named("base image is not a qcow2 file");
        }
        ImageName image = new ImageName(path.toString(), "qcow2");
        long bytes = tool.size(image, "failure to read base image header");
        if (size.isPresent() && size.get() != bytes) {
            throw Complaint.named("base size does not match requested size");
        }
        return bytes;
    }

    /// @return bytes of the disk
    private long convert(QemuImg tool, ImageName from, Streams streams) throws Complaint {
        long least = tool.size(from, "failed to open source image file");
        long wanted = size.orElse(least);
        if (wanted < least) {
            throw Complaint.named("size cannot be smaller than input disk size");
        }
        long bytes = (wanted + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE;
        if (bytes != wanted) {
            streams.err()
                    .println(
                            "vmctl: destination size rounded to %d megabytes"
                                    .formatted(bytes / MEBIBYTE));
        }
        String failed = "failed to create destination image file";
        make(
                failed,
                () -> {
                    tool.create(disk, bytes, Optional.empty()).orThrow(failed);
                    QemuImg.Outcome copied = copied(tool, from, streams);
                    copied.orThrow(
                            copied.text().contains("reading")
                                    ? "failed to read from source"
                                    : "failed to write to destination");
                });
        return bytes;
    }

    private QemuImg.Outcome copied(QemuImg tool, ImageName from, Streams streams) throws Complaint {
        if (!streams.errIsTerminal()) {
            return tool.copy(from, disk, _ -> {});
        }
        try (Progress progress = new Progress(streams.err())) {
            return tool.copy(from, disk, progress::take);
        }
    }

    private interface Work {
        void run() throws Complaint;
    }

    /// Takes the name first, so that no file is ever written over, and gives it back when the work
    /// fails or is interrupted.
    private void make(String failed, Work work) throws Complaint {
        Path path = disk.path();
        try {
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw Complaint.named(failed + ": " + reason(e));
        }
        Thread rescue = new Thread(() -> giveUp(path));
        Runtime.getRuntime().addShutdownHook(rescue);
        try {
            work.run();
        } catch (Complaint e) {
            remove(path);
            throw e;
        } finally {
            forget(rescue);
        }
    }

    /// Before the user's interrupt ends us.
    private static void giveUp(Path path) {
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        remove(path);
    }

    private static void forget(Thread rescue) {
        try {
            Runtime.getRuntime().removeShutdownHook(rescue);
        } catch (IllegalStateException e) {
            // it is at work
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // it stays, and what went wrong is told anyway
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "File exists";
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
