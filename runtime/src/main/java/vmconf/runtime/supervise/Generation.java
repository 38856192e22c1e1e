package vmconf.runtime.supervise;

import java.time.Instant;
import vmconf.plan.Plan;

/// One state of the configuration. The next one takes its place as a whole.
///
/// @param number from 1, one more with every change
/// @param plan with the numbers that VMs keep
public record Generation(int number, Plan plan, Instant since) {}
