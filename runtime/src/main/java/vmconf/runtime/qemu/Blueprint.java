package vmconf.runtime.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Attachment;

/// Everything QEMU's arguments depend on.
///
/// @param consoleLog where QEMU records the console's output
/// @param user the user QEMU becomes once it has opened its files
record Blueprint(
        Vm vm,
        Media media,
        List<Attachment> links,
        Accelerator accelerator,
        RunFolder folder,
        Path consoleLog,
        Optional<String> user) {
    Blueprint {
        links = List.copyOf(links);
    }
}
