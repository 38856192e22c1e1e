package vmconf.runtime.supervise;

/// A guest's state on its way to somewhere else, or from there.
public interface Transfer {
    /// Ends it, from any thread: whatever waits for the other end fails with this reason. Does
    /// nothing once it has come to its end.
    void cut(String reason);
}
