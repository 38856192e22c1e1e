package vmconf.plan.machine;

import java.nio.file.Path;
import java.util.Optional;

/// What `boot PATH` turned out to be.
public sealed interface BootImage {
    /// No image is named: the hypervisor's own firmware looks at the disks.
    record None() implements BootImage {}

    /// A kernel that is started directly.
    ///
    /// @param initrd the file `PATH.initrd`, when there is one
    /// @param commandLine the first line of `PATH.cmdline`, or [#DEFAULT_COMMAND_LINE]
    record Kernel(Path path, Optional<Path> initrd, String commandLine) implements BootImage {
        public static final String DEFAULT_COMMAND_LINE = "console=ttyS0";
    }

    /// Anything else replaces the firmware.
    record Rom(Path path) implements BootImage {}
}
