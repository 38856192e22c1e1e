package vmconf.runtime.supervise;

import java.time.Instant;

/// A generation that can be gone back to.
///
/// @param since when it began to hold
/// @param change from the one before, such as `+1 -0 ~2`: VMs and switches that came, went, changed
public record Kept(int number, Instant since, String change) {}
