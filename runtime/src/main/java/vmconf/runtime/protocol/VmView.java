package vmconf.runtime.protocol;

import java.time.Instant;
import java.util.Optional;

/// A VM as clients see it, and as `vmctl status --json` prints it.
///
/// @param state `stopped`, `waiting`, `starting`, `running`, `paused`, `sending` or `stopping`
/// @param pending it does not run as it is defined now; its next start takes that
/// @param unsettled why something of its definition that needs no start is not in effect
/// @param maxmem memory of the guest in bytes
/// @param curmem memory it occupies on the host, in bytes
/// @param since when it came up
/// @param trouble why nothing but its end can be asked of it now
/// @param diskError what the host could not do with one of its disks, the latest of this run
public record VmView(
        int id,
        String name,
        String state,
        boolean pending,
        Optional<String> unsettled,
        Optional<Long> pid,
        int vcpus,
        long maxmem,
        Optional<Long> curmem,
        Optional<String> tty,
        String owner,
        Optional<Instant> since,
        Optional<LastExit> lastExit,
        Optional<String> trouble,
        Optional<String> diskError) {

    /// Why the latest run ended.
    ///
    /// @param text follows the VM's name
    public record LastExit(Instant at, boolean abnormal, String text) {}
}
