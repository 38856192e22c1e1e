package vmconf.runtime.protocol;

import java.util.List;
import java.util.Optional;

/// What a VM is made of, as it runs or, where it does not, as it would start.
///
/// @param enabled it starts with the daemon
/// @param instanceOf its parent
/// @param image kernel or firmware image that it boots
/// @param bootDevice `auto`, `disk`, `cdrom` or `net`
/// @param disks in order
/// @param cdrom ISO image
/// @param interfaces in order
public record MachineView(
        boolean enabled,
        Optional<String> instanceOf,
        Optional<String> image,
        String bootDevice,
        List<DiskView> disks,
        Optional<String> cdrom,
        List<InterfaceView> interfaces) {
    public MachineView {
        disks = List.copyOf(disks);
        interfaces = List.copyOf(interfaces);
    }

    /// @param path of the image
    /// @param format `raw` or `qcow2`, or `auto` where it is found out at the start
    public record DiskView(String path, String format) {}

    /// @param tap its name, or `tap` for the first that is free, where it is a tap
    /// @param link `tap`, `user` (user-mode network) or `none`, as it is connected or would be
    /// @param lladdr MAC address
    /// @param locked the guest cannot use another one
    /// @param up the link is up
    /// @param switchName the switch that it is on
    /// @param group of the tap
    /// @param rdomain routing domain of the tap
    /// @param host address of the host, of a local interface
    /// @param guest address of the guest, of a local interface
    public record InterfaceView(
            String tap,
            String link,
            String lladdr,
            boolean locked,
            boolean up,
            Optional<String> switchName,
            Optional<String> group,
            Optional<Integer> rdomain,
            Optional<String> host,
            Optional<String> guest) {}
}
