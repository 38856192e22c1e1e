package vmconf.runtime.supervise;

/// How a guest's process ended, as far as can be seen from outside.
///
/// @param status exit status; for a signal 128 + its number; [#UNSEEN] for a process that was not
/// this daemon's child
/// @param cause what the machine reported before
/// @param complaint last line of its error output, perhaps empty
public record Exit(int status, Cause cause, String complaint) {
    /// The last thing a machine says.
    public enum Cause {
        /// nothing was reported
        UNKNOWN,
        /// the guest's system powered off
        GUEST_SHUTDOWN,
        /// the guest's system rebooted, and was not to
        GUEST_RESET,
        /// someone told the hypervisor to quit
        HOST,
        /// the accelerator met something it cannot execute
        INTERNAL_ERROR,
        /// the kernel killed the process, which took more memory than it may
        MEMORY_LIMIT,
        /// the kernel killed the process, as the host had no more memory
        HOST_MEMORY,
    }

    /// Only a process's parent is told its exit status.
    public static final int UNSEEN = -1;

    private static final int SIGNALLED = 128;

    boolean bySignal() {
        return status > SIGNALLED;
    }

    int signal() {
        return status - SIGNALLED;
    }
}
