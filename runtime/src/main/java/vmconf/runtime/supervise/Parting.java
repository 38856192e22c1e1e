package vmconf.runtime.supervise;

/// What becomes of a guest whose state has been written.
public enum Parting {
    /// it ends here, to go on elsewhere
    LEAVES,
    /// it goes on here
    STAYS,
}
