package vmconf.compiler.vmd;

import java.util.OptionalLong;

/// What vmd asks of the host while it reads a file.
public interface Host {
    /// The absolute path without symbolic links, as realpath(3) gives it.
    Resolved realpath(String path);

    /// The number of a user, by name.
    OptionalLong user(String name);

    /// The number of a group, by name.
    OptionalLong group(String name);

    /// What came of resolving a path.
    sealed interface Resolved {
        /// The path.
        record Path(String path) implements Resolved {}

        /// Why there is none, in the words of OpenBSD's strerror(3).
        record Failed(String reason) implements Resolved {}
    }
}
