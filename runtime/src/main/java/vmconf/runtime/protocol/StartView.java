package vmconf.runtime.protocol;

import java.util.List;
import java.util.Optional;

/// What a start of a VM would do, as `vmctl showcmd --json` prints it.
///
/// @param images files that it opens
/// @param folders made before anything else
/// @param network commands in order, each an argument vector
/// @param dhcp what its local interfaces are told
/// @param command QEMU's argument vector, the program first
/// @param running what runs now
public record StartView(
        int id,
        String name,
        List<Image> images,
        List<String> folders,
        List<List<String>> network,
        List<Dhcp> dhcp,
        List<String> command,
        Optional<Running> running) {
    public StartView {
        images = List.copyOf(images);
        folders = List.copyOf(folders);
        network = List.copyOf(network);
        dhcp = List.copyOf(dhcp);
        command = List.copyOf(command);
    }

    /// @param use `disk0` to `disk3`, `cdrom`, `kernel`, `initrd`, `firmware`, `uefi`, `efivars`,
    /// or `new efivars`, of which the latter is made first
    /// @param format `raw` or `qcow2`; of a kernel `kernel`, of an initrd `initrd`, of firmware
    /// `rom`
    public record Image(String use, String path, String format) {}

    /// @param nic number of the interface, from 0
    /// @param by who answers, `vmd` or `qemu`
    /// @param mac whose requests are answered
    /// @param address what the guest gets
    /// @param leaseTime seconds; 4294967295 is for ever
    public record Dhcp(
            int nic,
            String by,
            String mac,
            String address,
            String netmask,
            String router,
            String nameServer,
            String server,
            long leaseTime,
            Optional<String> hostName,
            Optional<String> bootFile) {}

    /// @param command the argument vector of its process; empty when it cannot be read
    public record Running(long pid, List<String> command) {
        public Running {
            command = List.copyOf(command);
        }
    }
}
