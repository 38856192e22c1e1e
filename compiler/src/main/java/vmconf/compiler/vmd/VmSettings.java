package vmconf.compiler.vmd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a `vm` block says, or what became of it.
///
/// @param parent whose instance the VM is
/// @param equipped the block itself names memory, a disk, an interface, a cdrom or a boot image;
///     one that does not is refused
record VmSettings(
        String name,
        Optional<String> parent,
        Hardware hardware,
        Boot boot,
        Access access,
        boolean disabled,
        boolean equipped) {

    /// @param memory bytes, whole megabytes
    /// @param cdrom path as written
    /// @param sev encrypted memory
    /// @param seves encrypted registers, too
    record Hardware(
            OptionalLong memory,
            List<DiskImage> disks,
            List<Nic> nics,
            Optional<String> cdrom,
            boolean sev,
            boolean seves) {
        Hardware {
            disks = List.copyOf(disks);
            nics = List.copyOf(nics);
        }
    }

    /// @param kernel resolved path of an image
    record Boot(Optional<String> kernel, Device device) {}

    /// Who may use the VM, and who may derive others from it.
    record Access(Account owner, InstanceRights instances) {}

    /// What a VM boots from.
    enum Device {
        AUTO,
        CDROM,
        DISK,
        NET;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    VmSettings with(Hardware hardware) {
        return new VmSettings(name, parent, hardware, boot, access, disabled, equipped);
    }

    VmSettings with(Access access) {
        return new VmSettings(name, parent, hardware, boot, access, disabled, equipped);
    }

    VmSettings with(Boot boot) {
        return new VmSettings(name, parent, hardware, boot, access, disabled, equipped);
    }
}
