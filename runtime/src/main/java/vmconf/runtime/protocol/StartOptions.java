package vmconf.runtime.protocol;

import java.util.List;
import java.util.Optional;

/// What `vmctl start` was told about a VM.
///
/// @param bootDevice `disk`, `cdrom` or `net`
/// @param kernel absolute path of a kernel or firmware image
/// @param disks in order
/// @param interfaces at least this many
/// @param nics in order
/// @param memory bytes
/// @param cdrom absolute path of an ISO image
/// @param template the VM that this one is an instance of
public record StartOptions(
        Optional<String> bootDevice,
        Optional<String> kernel,
        List<DiskOption> disks,
        Optional<Integer> interfaces,
        List<NicOption> nics,
        Optional<Long> memory,
        Optional<Integer> cpus,
        Optional<String> cdrom,
        Optional<String> template) {

    /// Nothing at all: the VM is one that exists.
    public static final StartOptions NONE =
            new StartOptions(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public StartOptions {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    /// A disk image.
    ///
    /// @param path absolute
    /// @param format `raw`, `qcow2`, or `auto` where it is to be found out
    public record DiskOption(String path, String format) {}

    /// A network interface.
    ///
    /// @param switchName the switch that it joins; absent for a local interface
    public record NicOption(Optional<String> switchName) {}

    /// Whether they say what it boots from.
    public boolean hasMedium() {
        return kernel.isPresent()
                || !disks.isEmpty()
                || cdrom.isPresent()
                || bootDevice.equals(Optional.of("net"));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Only what a VM that exists may be told for one boot.
    public boolean isForOneBoot() {
        return withoutBoot().isEmpty();
    }

    private StartOptions withoutBoot() {
        return new StartOptions(
                Optional.empty(),
                Optional.empty(),
                disks,
                interfaces,
                nics,
                memory,
                cpus,
                cdrom,
                template);
    }
}
