package vmconf.compiler.host;

import java.util.Optional;

/// What stands at a path.
public sealed interface HostFile {
    /// Nothing that could be opened; the reason is a phrase such as `no such file`.
    record Missing(String reason) implements HostFile {}

    /// A directory, device or socket.
    record Special() implements HostFile {}

    /// A file that this user can read.
    ///
    /// @param identity the same for every path that leads to the file, through links too
    /// @param size in bytes; a file with holes takes less on the disk
    /// @param qcow2 what its header says; absent: it is no qcow2 image
    record Regular(String identity, long size, Optional<Qcow2> qcow2) implements HostFile {}

    /// The header of a qcow2 image.
    ///
    /// @param size of the disk as the guest sees it in bytes
    /// @param backing the image that it is based on, as the header names it
    record Qcow2(long size, Optional<String> backing) {}
}
