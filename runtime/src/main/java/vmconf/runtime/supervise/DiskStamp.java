package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Disk;

/// By which a disk is known to be as it was.
///
/// @param size of its file, in bytes
/// @param modified when its file was written to the last time
public record DiskStamp(String path, long size, Instant modified) {
    static List<DiskStamp> of(List<Disk> disks) throws IOException {
        List<DiskStamp> stamps = new ArrayList<>();
        for (Disk disk : disks) {
            stamps.add(of(disk.path()));
        }
        return stamps;
    }

    private static DiskStamp of(String disk) throws IOException {
        Path file = Path.of(disk);
        return new DiskStamp(disk, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    }

    /// Why the disk does not fit a state that had it so; absent when it does.
    Optional<String> change() {
        try {
            DiskStamp now = of(path);
            if (now.equals(this)) {
                return Optional.empty();
            }
            return Optional.of(
                    now.size == size
                            ? "%s has been written to since, at %s".formatted(path, now.modified)
                            : "%s has %d bytes, it had %d".formatted(path, now.size, size));
        } catch (IOException e) {
            return Optional.of("%s cannot be looked at".formatted(path));
        }
    }
}
