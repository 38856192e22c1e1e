package vmconf.runtime.qemu;

import tools.jackson.databind.JsonNode;

/// Something the monitor reported by itself.
///
/// @param name QEMU's name for it, e.g. `SHUTDOWN`
/// @param data what it says about it, perhaps nothing
record QmpEvent(String name, JsonNode data) {
    /// The reason it gives, perhaps empty.
    String reason() {
        return data.path("reason").asString("");
    }
}
