package vmconf.runtime.supervise;

/// What has become of a guest of an earlier daemon.
public sealed interface Found {
    /// It runs, and is looked after from now on.
    ///
    /// @param paused its processors stand still, as somebody asked
    record Alive(Guest guest, boolean paused) implements Found {}

    /// The earlier daemon died while it started the guest. Its process, if there was one, has been
    /// ended and had not executed anything.
    record HalfMade() implements Found {}

    /// It has gone.
    ///
    /// @param complaint the last line of its error output, perhaps empty
    record Dead(How how, String complaint) implements Found {}

    /// How a guest went that nobody watched.
    enum How {
        /// in good order: it powered off, or was told to quit
        TIDY,
        /// nothing says how
        UNSEEN,
        /// with the whole host
        WITH_HOST,
    }
}
