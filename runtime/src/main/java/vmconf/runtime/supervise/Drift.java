package vmconf.runtime.supervise;

import java.util.List;
import vmconf.runtime.host.Difference;

/// How a VM that runs differs from its definition.
///
/// @param process its machine, as the hypervisor tells it
/// @param host its devices on the host
public record Drift(List<Difference> process, List<Difference> host) {
    public Drift {
        process = List.copyOf(process);
        host = List.copyOf(host);
    }
}
