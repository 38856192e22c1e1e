package vmconf.runtime.protocol;

import java.time.Instant;
import java.util.Optional;

/// What the daemon tells those who asked for events, as they happen.
///
/// @param number from 1 when the daemon started, one more with each
/// @param kind `started`, `taken-over`, `start-failed`, `paused`, `unpaused`, `rebooted`,
/// `disk-error`, `stopping`, `stopped`, `crashed` or `generation`
/// @param vm name of the VM it happened to; absent when to the daemon itself
/// @param id of that VM
/// @param text for people, to follow the VM's name
public record Announcement(
        long number,
        Instant at,
        String kind,
        Optional<String> vm,
        Optional<Integer> id,
        String text) {
    /// The name of the notification.
    static final String METHOD = "event";
}
