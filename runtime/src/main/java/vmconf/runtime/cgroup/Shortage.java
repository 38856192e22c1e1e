package vmconf.runtime.cgroup;

/// Whether the kernel has ended a process for want of memory.
public enum Shortage {
    /// it has not
    NONE,
    /// the process took more than its limit
    LIMIT,
    /// the host had no more
    HOST,
}
