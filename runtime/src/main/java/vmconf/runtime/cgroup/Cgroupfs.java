package vmconf.runtime.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where this host has its control groups.
///
/// @param mount where those of version 2 are mounted
/// @param systemd whether it looks after them, which leaves only what it has delegated
record Cgroupfs(Path mount, boolean systemd) {
    /// The unit whose group is ours (`vmconf export linux-host`, and the package of Debian).
    private static final String UNIT = "system.slice/vmd-guests.service";

    private static final String OURS = "vmd-guests";
    private static final int PLACE = 1;
    private static final int KIND = 2;

    static Optional<Cgroupfs> ofHost() {
        try {
            return in(
                    Files.readAllLines(Path.of("/proc/self/mounts")),
                    Files.isDirectory(Path.of("/run/systemd/system")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @param mounts lines of `/proc/self/mounts`
    static Optional<Cgroupfs> in(List<String> mounts, boolean systemd) {
        return mounts.stream()
                .map(each -> each.split(" "))
                .filter(each -> each.length > KIND && each[KIND].equals("cgroup2"))
                .findFirst()
                .map(each -> new Cgroupfs(Path.of(each[PLACE]), systemd));
    }

    /// Below which guests have their groups.
    Path base() {
        return mount.resolve(systemd ? UNIT : OURS);
    }

    /// Whether groups can be made below it.
    boolean isWritable() {
        return Files.isWritable(systemd ? base() : mount);
    }
}
