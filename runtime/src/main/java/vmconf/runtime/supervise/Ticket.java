package vmconf.runtime.supervise;

/// A request that waits for its answer.
record Ticket(long number) {}
