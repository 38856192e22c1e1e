package vmconf.plan.machine;

import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// Everything QEMU's arguments depend on.
///
/// @param links the host's ends of its interfaces, in their order
/// @param user the user QEMU becomes once it has opened its files
public record Blueprint(
        Vm vm,
        Images images,
        List<Attachment> links,
        Accelerator accelerator,
        GuestFiles files,
        Optional<String> user) {
    public Blueprint {
        links = List.copyOf(links);
    }
}
