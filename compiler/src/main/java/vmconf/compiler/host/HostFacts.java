package vmconf.compiler.host;

import java.util.OptionalLong;

/// The host, as far as a file speaks about it. Every answer is given without changing anything.
public interface HostFacts {
    /// What stands at a path; relative paths are relative to the working directory.
    HostFile file(String path);

    /// A user of that name exists.
    boolean hasUser(String name);

    /// A group of that name exists.
    boolean hasGroup(String name);

    /// An interface of that name exists, such as a bridge.
    boolean hasInterface(String name);

    /// The memory of the host in bytes, where it is known.
    OptionalLong memory();

    /// The space left for an image at a path in bytes, where it is known.
    OptionalLong space(String path);

    /// This user can run guests on the processor itself, by KVM.
    boolean canUseKvm();
}
