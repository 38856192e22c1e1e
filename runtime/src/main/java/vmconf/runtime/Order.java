package vmconf.runtime;

/// What the daemon as a whole is told to do.
sealed interface Order {
    /// Take its file anew.
    record Reload() implements Order {}

    /// @param guests whether they are stopped first; else they run on
    /// @param status the exit status
    record End(boolean guests, int status) implements Order {}
}
