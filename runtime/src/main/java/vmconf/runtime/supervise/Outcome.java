package vmconf.runtime.supervise;

/// What came of the writing of a guest's state.
sealed interface Outcome {
    /// All of it is elsewhere, and the guest stands still for good.
    record Left() implements Outcome {}

    /// All of it is elsewhere, and the guest is as it was before.
    record Saved() implements Outcome {}

    /// It did not work, and the guest is as it was before.
    record Kept(String reason) implements Outcome {}

    /// It did not work, and the guest cannot be brought to go on.
    record Stuck(String reason) implements Outcome {}
}
