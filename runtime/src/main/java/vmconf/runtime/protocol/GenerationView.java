package vmconf.runtime.protocol;

import java.time.Instant;

/// A generation of the configuration as clients see it.
///
/// @param number one more with every change
/// @param since when it began to hold
/// @param change from the one before, such as `+1 -0 ~2`: VMs and switches that came, went, changed
public record GenerationView(int number, Instant since, String change) {}
