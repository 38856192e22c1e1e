package vmconf.runtime.supervise;

/// What an entry says about a guest whose state is written or read, for the next daemon.
public enum Moving {
    /// it stands still while its state is written, and is to go on if nothing came of that
    OUT,
    /// its state is elsewhere; it must not go on
    LEFT,
    /// its state is being read; it has not executed anything here until it is let go
    IN,
}
