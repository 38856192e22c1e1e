package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.plan.Disk;
import vmconf.plan.machine.Uefi;
import vmconf.runtime.host.Media;
import vmconf.runtime.supervise.LaunchException;

/// What QEMU has opened, before the guest executes anything. An image may be written by its owner
/// until then, and name other files than it did when it was judged.
final class OpenedFiles {
    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int BLOCK = 060000;

    /// A file, whatever its name is.
    private record Identity(Object device, Object number) {
        static Identity of(Path file) throws IOException {
            return new Identity(
                    Files.getAttribute(file, "unix:dev"), Files.getAttribute(file, "unix:ino"));
        }
    }

    private final Set<Identity> judged = new HashSet<>();

    private OpenedFiles() {}

    /// Does nothing when no disk was supplied: then nobody but root can have written one.
    ///
    /// @param own QEMU's own files
    /// @throws LaunchException when QEMU has a file open that nobody has judged
    static void check(long pid, Media media, List<Path> own) throws IOException, LaunchException {
        if (media.bound().bases().isEmpty()) {
            return;
        }
        OpenedFiles files = new OpenedFiles();
        for (Path each : own) {
            files.judge(each);
        }
        for (Disk each : media.disks()) {
            files.judge(media.bound().of(Path.of(each.path())));
        }
        for (Path each : media.cdrom().stream().toList()) {
            files.judge(media.bound().of(each));
        }
        for (Uefi each : media.uefi().stream().toList()) {
            files.judge(each.code());
            files.judge(each.variables());
        }
        for (Path each : media.bound().files().keySet()) {
            files.judge(media.bound().of(each));
        }
        files.compare(Path.of("/proc", Long.toString(pid), "fd"));
    }

    private void judge(Path file) throws IOException {
        if (Files.exists(file)) {
            judged.add(Identity.of(file));
        }
    }

    private void compare(Path folder) throws IOException, LaunchException {
        try (Stream<Path> open = Files.list(folder)) {
            for (Path each : open.toList()) {
                compareOne(each);
            }
        }
    }

    private void compareOne(Path open) throws IOException, LaunchException {
        try {
            if (stores(open) && !judged.contains(Identity.of(open))) {
                throw new LaunchException("an image changed while it was opened");
            }
        } catch (NoSuchFileException e) {
            // closed meanwhile
        }
    }

    private static boolean stores(Path file) throws IOException {
        int kind = (Integer) Files.getAttribute(file, "unix:mode") & KIND;
        return kind == REGULAR || kind == BLOCK;
    }
}
