package vmconf.compiler.vmd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.value.MacAddress;

/// What an instance takes from its parent, and what it may not have (`vmconf-language` section 6).
final class Inheritance {
    private static final String BUSY = "Device busy";
    private static final String NOT_PERMITTED = "Operation not permitted";

    private final VmSettings parent;
    private final VmSettings child;
    private final List<Nic> nics;

    /// @param parent as registered
    /// @param child as written
    Inheritance(VmSettings parent, VmSettings child) {
        this.parent = parent;
        this.child = child;
        this.nics = nics(parent.hardware().nics(), child.hardware().nics());
    }

    /// The instance's own interfaces, then those of the parent with higher numbers.
    private static List<Nic> nics(List<Nic> parents, List<Nic> own) {
        List<Nic> all = new ArrayList<>(own);
        for (int i = own.size(); i < parents.size(); i++) {
            all.add(parents.get(i));
        }
        return all;
    }

    /// Why vmd refuses the instance: the first reason that it comes upon.
    Optional<Outcome.Refused> refusal() {
        return diskRefusal()
                .or(this::nicRefusal)
                .map(reason -> Outcome.Refused.because(reason, BUSY))
                .or(
                        () ->
                                accessRefusal()
                                        .map(
                                                reason ->
                                                        Outcome.Refused.because(
                                                                reason, NOT_PERMITTED)));
    }

    private Optional<String> diskRefusal() {
        for (DiskImage disk : child.hardware().disks()) {
            for (DiskImage taken : parent.hardware().disks()) {
                if (disk.path().equals(taken.path())) {
                    return Optional.of(says("disk " + disk.path() + " cannot be reused"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> nicRefusal() {
        List<Nic> parents = parent.hardware().nics();
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        Set<String> taken = new HashSet<>();
        for (Nic nic : parents) {
            nic.name().ifPresent(taken::add);
        }
        for (int i = 0; i < nics.size(); i++) {
            Optional<MacAddress> address = nics.get(i).lladdr();
            Optional<MacAddress> there =
                    i < parents.size() ? parents.get(i).lladdr() : Optional.empty();
            // The wrong way round, in vmd too: only the parent's own address may be used.
            if (address.isPresent() && !address.equals(there)) {
                return Optional.of(says("lladdr cannot be reused"));
            }
            Optional<String> name = nics.get(i).name();
            if (name.isPresent() && taken.contains(name.get())) {
                // vmd has interchanged the names.
                return Optional.of(
                        "vm \"" + name.get() + "\" " + child.name() + " cannot be reused");
            }
        }
        return Optional.empty();
    }

    private Optional<String> accessRefusal() {
        Account own = child.access().owner();
        Account parents = parent.access().owner();
        if (own.uid() != 0 && own.uid() != parents.uid()) {
            return Optional.of(says("user mismatch"));
        }
        // No group is -1 here, so it differs from any that the parent has.
        if (own.gid() != 0 && own.gid() != parents.gid()) {
            return Optional.of(says("group mismatch"));
        }
        return child.access().instances().flags().isEmpty()
                ? Optional.empty()
                : Optional.of(says("cannot change instance permissions"));
    }

    private String says(String what) {
        return "vm \"" + child.name() + "\" " + what;
    }

    /// The instance with everything that it inherits; only right when there is no refusal.
    VmSettings settings() {
        VmSettings.Hardware own = child.hardware();
        VmSettings.Hardware parents = parent.hardware();
        return child.with(
                        new VmSettings.Hardware(
                                own.memory().isPresent() ? own.memory() : parents.memory(),
                                own.disks(),
                                nics,
                                own.cdrom().or(parents::cdrom),
                                own.sev(),
                                own.seves()))
                .with(new VmSettings.Access(parent.access().owner(), instances()));
    }

    /// vmd gives the user the number of the group.
    private InstanceRights instances() {
        InstanceRights parents = parent.access().instances();
        if (!parents.flags().contains(InstanceRights.Flag.INSTANCE)) {
            return InstanceRights.NONE;
        }
        long gid = parents.owner().gid();
        return new InstanceRights(parents.flags(), new Account(Account.ofUser(gid).uid(), gid));
    }
}
