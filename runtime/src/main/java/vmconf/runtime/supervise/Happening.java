package vmconf.runtime.supervise;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that happened, for those who listen.
///
/// @param number from 1, one more with each
/// @param vm whom it happened to; absent when to the daemon itself
/// @param text for people, to follow the VM's name
public record Happening(long number, Instant at, Kind kind, Optional<Subject> vm, String text) {

    /// @param id of the VM
    public record Subject(int id, String name) {}

    /// What it was.
    public enum Kind {
        STARTED,
        /// the daemon took over the guest of an earlier one
        TAKEN_OVER,
        START_FAILED,
        PAUSED,
        UNPAUSED,
        /// its state is being written
        SENDING,
        /// its state is elsewhere, and it has ended here
        SENT,
        REBOOTED,
        /// the host could not read or write a disk
        DISK_ERROR,
        /// it was asked to end, or is being ended
        STOPPING,
        /// it ended as somebody wanted
        STOPPED,
        /// it ended otherwise
        CRASHED,
        /// another configuration holds
        GENERATION,
        ;

        /// As programs are told it, such as `taken-over`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
