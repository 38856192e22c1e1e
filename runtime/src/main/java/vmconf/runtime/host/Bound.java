package vmconf.runtime.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Disk;

/// Files that have been judged and are held open, so that the hypervisor gets what was judged.
///
/// @param files by the name that was judged
/// @param bases of disks by name, nearest first; their formats are never `AUTO`
public record Bound(Map<Path, HeldFile> files, Map<Path, List<Disk>> bases)
        implements AutoCloseable {
    public static final Bound NONE = new Bound(Map.of(), Map.of());

    public Bound {
        files = Map.copyOf(files);
        bases = Map.copyOf(bases);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /// What leads to the file of that name; the name itself when it is not held.
    public Path of(Path file) {
        return Optional.ofNullable(files.get(file)).map(HeldFile::path).orElse(file);
    }

    /// The images below a disk; absent when the hypervisor may find them itself.
    public Optional<List<Disk>> basesOf(Path disk) {
        return Optional.ofNullable(bases.get(disk));
    }

    @Override
    public void close() {
        files.values().forEach(HeldFile::close);
    }
}
