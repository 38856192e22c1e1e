package vmconf.runtime.supervise;

/// How a guest is stopped.
public enum Manner {
    /// it is asked, and given time
    GRACEFUL,
    /// at once
    FORCED,
}
