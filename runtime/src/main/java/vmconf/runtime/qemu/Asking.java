package vmconf.runtime.qemu;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somewhere to send a command to a monitor.
@FunctionalInterface
interface Asking {
    JsonNode execute(String command, Map<String, ?> arguments) throws QmpException;
}
