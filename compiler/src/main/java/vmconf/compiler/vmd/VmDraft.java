package vmconf.compiler.vmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The `vm` block that is being read. Repeats that vmd refuses are refused before they get here.
final class VmDraft {
    private final String name;
    private final Optional<String> parent;
    private final List<DiskImage> disks = new ArrayList<>();
    private final List<Nic> nics = new ArrayList<>();
    private final List<InstanceRights.Flag> flags = new ArrayList<>();
    private OptionalLong memory = OptionalLong.empty();
    private String cdrom = "";
    private long nicsAsked;
    private VmSettings.Device device = VmSettings.Device.AUTO;
    private Account owner = Account.UNOWNED;
    private Account instanceOwner = Account.ZERO;
    private boolean disabled;
    private boolean sev;
    private boolean seves;
    private boolean equipped;

    private VmDraft(String name, Optional<String> parent, boolean equipped) {
        this.name = name;
        this.parent = parent;
        this.equipped = equipped;
    }

    static VmDraft vm(String name) {
        return new VmDraft(name, Optional.empty(), false);
    }

    /// An instance of a parent without a name is no instance to vmd, but counts as equipped.
    static VmDraft instance(String parent, String name) {
        return parent.isEmpty()
                ? new VmDraft(name, Optional.empty(), true)
                : new VmDraft(name, Optional.of(parent), false);
    }

    boolean hasMemory() {
        return memory.isPresent();
    }

    /// @param bytes whole megabytes
    void memory(long bytes) {
        memory = OptionalLong.of(bytes);
        equipped = true;
    }

    int disks() {
        return disks.size();
    }

    void add(DiskImage disk) {
        disks.add(disk);
        equipped = true;
    }

    void add(Nic nic) {
        nics.add(nic);
        equipped = true;
    }

    int nics() {
        return nics.size();
    }

    boolean asksForNics() {
        return nicsAsked != 0;
    }

    void askForNics(long number) {
        nicsAsked = number;
        equipped = true;
    }

    boolean hasCdrom() {
        return !cdrom.isEmpty();
    }

    /// A path that is empty stands for none, but is counted as equipment.
    void cdrom(String path) {
        cdrom = path;
        equipped = true;
    }

    void bootImageGiven() {
        equipped = true;
    }

    void bootFrom(VmSettings.Device device) {
        this.device = device;
    }

    void disabled(boolean disabled) {
        this.disabled = disabled;
    }

    void sev(boolean registersToo) {
        sev = true;
        seves |= registersToo;
    }

    void owner(Account owner) {
        this.owner = owner;
    }

    void allow(InstanceRights.Flag flag) {
        flags.add(flag);
    }

    void allowOwner(Account owner) {
        instanceOwner = owner;
    }

    VmSettings settings(Optional<String> kernel) {
        List<Nic> all = new ArrayList<>(nics);
        while (all.size() < nicsAsked) {
            all.add(Nic.PLAIN);
        }
        Optional<String> medium = cdrom.isEmpty() ? Optional.empty() : Optional.of(cdrom);
        return new VmSettings(
                name,
                parent,
                new VmSettings.Hardware(memory, disks, all, medium, sev, seves),
                new VmSettings.Boot(kernel, device),
                new VmSettings.Access(owner, new InstanceRights(flags, instanceOwner)),
                disabled,
                equipped);
    }
}
