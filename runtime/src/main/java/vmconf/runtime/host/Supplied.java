package vmconf.runtime.host;

import java.util.Optional;
import java.util.Set;

/// Files that somebody else than root named for a start: they are opened with his rights, with all
/// that they lead to.
///
/// @param rights whose; absent when all files are the configuration's or root's
/// @param paths as they stand in the VM
public record Supplied(Optional<Rights> rights, Set<String> paths) {
    public static final Supplied NONE = new Supplied(Optional.empty(), Set.of());

    public Supplied {
        paths = Set.copyOf(paths);
    }
}
