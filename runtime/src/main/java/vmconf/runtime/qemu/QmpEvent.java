package vmconf.runtime.qemu;

/// Something the monitor reported by itself.
///
/// @param name QEMU's name for it, e.g. `SHUTDOWN`
/// @param reason the reason it gives, perhaps empty
record QmpEvent(String name, String reason) {}
