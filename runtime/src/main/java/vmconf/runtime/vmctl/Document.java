package vmconf.runtime.vmctl;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.protocol.VmView;

/// What `--json` prints.
///
/// @param vms in the order of the status table
record Document(List<VmView> vms) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Document {
        vms = List.copyOf(vms);
    }

    static String of(List<VmView> vms) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Document(vms));
    }
}
