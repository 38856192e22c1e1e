package vmconf.plan;

import java.util.List;
import java.util.Optional;

/// One virtual machine, with every default filled in and, for an instance, everything taken over
/// from its parent.
///
/// @param id number in file order, from 1; it decides the addresses of local interfaces
/// @param name unique in the plan; letters, digits, `.`, `-` and `_`, at most 63 characters
/// @param enabled started when vmd starts
/// @param start when it does so; absent for a VM that is not enabled
/// @param instanceOf the parent, for `vm PARENT instance NAME`
/// @param memory bytes, a multiple of 1 MiB, 1 MiB to 128 GiB
/// @param cpus virtual processors, 1 to 64
/// @param boot how it comes up
/// @param disks at most 4, in boot order
/// @param cdrom path of an ISO image
/// @param interfaces at most 4, in order
/// @param owner who may control it, beside root
/// @param allowInstance who may make instances of it
/// @param sev AMD SEV memory encryption; its variant `seves` implies it
/// @param seves AMD SEV-ES, with encrypted state too
public record Vm(
        int id,
        String name,
        boolean enabled,
        Optional<Start> start,
        Optional<String> instanceOf,
        long memory,
        int cpus,
        Boot boot,
        List<Disk> disks,
        Optional<String> cdrom,
        List<Interface> interfaces,
        Owner owner,
        InstancePermission allowInstance,
        boolean sev,
        boolean seves) {

    /// Memory of a VM that names none: 512 MiB.
    public static final long DEFAULT_MEMORY = 512L << 20;

    public Vm {
        disks = List.copyOf(disks);
        interfaces = List.copyOf(interfaces);
    }

    /// The same VM under another number, with the addresses that follow from it.
    Vm numbered(int number, List<Interface> addressed) {
        return with(number, boot, addressed);
    }

    /// The same VM, but for the image that it boots.
    public Vm withImage(String image) {
        Boot other = new Boot(Optional.of(image), boot.device(), boot.firmware(), boot.efivars());
        return with(id, other, interfaces);
    }

    /// The same VM with its images elsewhere.
    Vm withImages(Boot how, List<Disk> images, Optional<String> medium) {
        return with(id, how, images, medium, interfaces, owner, allowInstance);
    }

    /// The same VM with other interfaces.
    public Vm withInterfaces(List<Interface> others) {
        return with(id, boot, others);
    }

    /// The same VM with another medium in its drive.
    public Vm withCdrom(Optional<String> other) {
        return with(id, boot, disks, other, interfaces, owner, allowInstance);
    }

    /// The same VM with the owner and the permissions of another.
    public Vm withRightsOf(Vm other) {
        return with(id, boot, disks, cdrom, interfaces, other.owner, other.allowInstance);
    }

    /// The same VM under another name, which nothing starts by itself and that is nobody's
    /// instance.
    public Vm named(String other) {
        return new Vm(
                id,
                other,
                false,
                Optional.empty(),
                Optional.empty(),
                memory,
                cpus,
                boot,
                disks,
                cdrom,
                interfaces,
                owner,
                allowInstance,
                sev,
                seves);
    }

    /// The same VM under another number, and with the addresses that it had.
    public Vm renumbered(int number) {
        return with(number, boot, interfaces);
    }

    private Vm with(int number, Boot how, List<Interface> addressed) {
        return with(number, how, disks, cdrom, addressed, owner, allowInstance);
    }

    private Vm with(
            int number,
            Boot how,
            List<Disk> images,
            Optional<String> medium,
            List<Interface> addressed,
            Owner owned,
            InstancePermission allowed) {
        return new Vm(
                number,
                name,
                enabled,
                start,
                instanceOf,
                memory,
                cpus,
                how,
                images,
                medium,
                addressed,
                owned,
                allowed,
                sev,
                seves);
    }
}
