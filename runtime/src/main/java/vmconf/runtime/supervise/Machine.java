package vmconf.runtime.supervise;

import java.util.List;
import java.util.Map;

/// A guest's machine as its hypervisor tells it, not as it was asked for.
///
/// @param standsStill its processors do nothing
/// @param memory bytes
/// @param drives by name, `disk0` to `disk3` and `cdrom`, those with an image
/// @param macs of its interfaces, in order
public record Machine(
        boolean standsStill, long memory, int cpus, Map<String, Drive> drives, List<String> macs) {
    public Machine {
        drives = Map.copyOf(drives);
        macs = List.copyOf(macs);
    }

    /// An image that is open.
    public record Drive(String file, String format) {
        private static final String BOUND = "/proc/";

        /// Whether it was opened by what a daemon held open: then it has no name of its own.
        boolean isBound() {
            return file.startsWith(BOUND) || (file.startsWith("json:") && file.contains(BOUND));
        }
    }
}
