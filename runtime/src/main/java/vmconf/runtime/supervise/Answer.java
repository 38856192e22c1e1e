package vmconf.runtime.supervise;

/// What became of a request.
public sealed interface Answer {
    record Started() implements Answer {}

    record StartFailed(String reason) implements Answer {}

    /// The guest has been asked; nobody waits for it.
    record Requested() implements Answer {}

    record Terminated() implements Answer {}

    /// Its state has been written, and it goes on.
    record Saved() implements Answer {}

    record Paused() implements Answer {}

    record Unpaused() implements Answer {}

    /// The guest did not do what it was asked for.
    record Failed(String reason) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}

    /// Requests that make no sense in the VM's state.
    enum Refusal {
        ALREADY_RUNNING,
        ALREADY_STOPPING,
        NOT_RUNNING,
        /// its state is being written
        BEING_SENT,
    }
}
