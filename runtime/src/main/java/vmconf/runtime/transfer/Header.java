package vmconf.runtime.transfer;

import java.time.Instant;
import vmconf.runtime.supervise.Portrait;

/// What a stream says before the state.
///
/// @param vmd version of the program that wrote it
/// @param saved when that began
record Header(String vmd, Instant saved, Packing packing, Portrait guest) {}
