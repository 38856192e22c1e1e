package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;

/// Images that take less of their file system than their guest sees, and may not fit when it has
/// written everywhere.
final class ThinImages {
    private static final int SHIFT = 20;

    /// What one file system has to hold.
    private static final class Demand {
        private final List<String> images = new ArrayList<>();
        private long growth;
    }

    private final Map<FileStore, Demand> demands = new LinkedHashMap<>();

    private ThinImages() {}

    /// Those of one VM together, by file system. Images that cannot be used are not looked at.
    static List<Finding> of(List<Disk> disks) {
        ThinImages images = new ThinImages();
        for (Disk disk : disks) {
            try {
                images.add(Inspection.own(disk));
            } catch (IOException | MediaException | OddImageException e) {
                // that has been named
            }
        }
        return images.findings();
    }

    private void add(Disk disk) throws IOException, OddImageException {
        Path path = Path.of(disk.path()).toRealPath();
        long size =
                disk.format() == DiskFormat.QCOW2
                        ? Qcow2Header.read(path).size()
                        : Files.size(path);
        long growth = size - allocated(path);
        if (growth > 0) {
            Demand demand = demands.computeIfAbsent(Files.getFileStore(path), _ -> new Demand());
            demand.images.add(disk.path());
            demand.growth += growth;
        }
    }

    /// Bytes of the file system that a file has. One that nobody tells has all.
    private static long allocated(Path path) throws IOException {
        Programs.Ran stat = Programs.run("", List.of("stat", "-c", "%b %B", "--", path.toString()));
        String[] words = stat.output().strip().split(" ");
        return stat.status() == 0 && words.length == 2
                ? Math.multiplyExact(Long.parseLong(words[0]), Long.parseLong(words[1]))
                : Long.MAX_VALUE;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        demands.forEach(
                (store, demand) -> {
                    try {
                        long free = store.getUsableSpace();
                        if (demand.growth > free) {
                            findings.add(finding(demand, free));
                        }
                    } catch (IOException e) {
                        // nobody tells
                    }
                });
        return findings;
    }

    private static Finding finding(Demand demand, long free) {
        return Finding.warning(
                "disk",
                "%s may grow by %d MiB, and %s file system has %d MiB left"
                        .formatted(
                                String.join(", ", demand.images),
                                demand.growth >> SHIFT,
                                demand.images.size() == 1 ? "its" : "their",
                                free >> SHIFT),
                "make room; on a full file system the guest stands still");
    }
}
