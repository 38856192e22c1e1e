package vmconf.runtime.qemu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vmconf.runtime.supervise.Machine;

/// Asks a monitor what machine it has.
record Observation(Monitor monitor) {
    private static final String DEVICES = "/machine/peripheral";

    /// Code and variables of UEFI.
    private static final String FIRMWARE = "pflash";

    Machine machine() throws QmpException {
        return new Machine(
                !monitor.execute("query-status").path("running").asBoolean(false),
                monitor.execute("query-memory-size-summary").path("base-memory").asLong(0),
                monitor.execute("query-cpus-fast").size(),
                drives(),
                macs());
    }

    private Map<String, Machine.Drive> drives() throws QmpException {
        Map<String, Machine.Drive> drives = new HashMap<>();
        for (JsonNode each : monitor.execute("query-block")) {
            JsonNode image = each.path("inserted");
            String name = each.path("device").asString("");
            if (image.isObject() && !name.startsWith(FIRMWARE)) {
                drives.put(
                        name,
                        new Machine.Drive(
                                image.path("file").asString(""), image.path("drv").asString("")));
            }
        }
        return drives;
    }

    private List<String> macs() throws QmpException {
        List<String> names = new ArrayList<>();
        for (JsonNode each : monitor.execute("qom-list", Map.of("path", DEVICES))) {
            String name = each.path("name").asString("");
            if (name.startsWith("nic")) {
                names.add(name);
            }
        }
        names.sort(null);
        List<String> macs = new ArrayList<>();
        for (String name : names) {
            macs.add(
                    monitor.execute(
                                    "qom-get",
                                    Map.of("path", DEVICES + "/" + name, "property", "mac"))
                            .asString(""));
        }
        return macs;
    }
}
