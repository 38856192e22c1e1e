package vmconf.runtime.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.DerivedLladdr;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Numbering;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.Vm;
import vmconf.runtime.protocol.StartOptions;

/// Makes the VM that a start describes (`vmd-runtime` sections 7 and 10).
///
/// @param plan the switches and the local network that hold now
/// @param parent of an instance
/// @param owner whose it is
/// @param seed decides MAC addresses
record NewVm(Plan plan, Optional<Vm> parent, Owner owner, String seed) {
    private static final int MOST_DEVICES = 4;

    /// Why there can be no such VM; absent when there can.
    Optional<String> refusal(String name, StartOptions options) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            return Optional.of("invalid VM name");
        }
        if (!options.hasMedium() && parent.flatMap(Vm::cdrom).isEmpty()) {
            return Optional.of("no kernel or disk/cdrom specified");
        }
        Optional<String> missing =
                options.nics().stream()
                        .flatMap(each -> each.switchName().stream())
                        .filter(each -> plan.switchNamed(each).isEmpty())
                        .findFirst();
        if (missing.isPresent()) {
            return Optional.of("no such switch: " + missing.get());
        }
        return reused(options);
    }

    /// No disk of the parent.
    private Optional<String> reused(StartOptions options) {
        List<Disk> taken = parent.map(Vm::disks).orElse(List.of());
        return options.disks().stream()
                .map(StartOptions.DiskOption::path)
                .filter(path -> taken.stream().anyMatch(disk -> isSame(disk.path(), path)))
                .findFirst()
                .map(path -> "disk %s is the parent's and cannot be reused".formatted(path));
    }

    /// One file, perhaps under two names.
    private static boolean isSame(String one, String other) {
        try {
            return one.equals(other) || Files.isSameFile(Path.of(one), Path.of(other));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /// @throws PlanException when the local network has no address for it
    Vm make(int id, String name, StartOptions options) throws PlanException {
        return new Vm(
                id,
                name,
                false,
                Optional.empty(),
                parent.map(Vm::name),
                options.memory().or(() -> parent.map(Vm::memory)).orElse(Vm.DEFAULT_MEMORY),
                options.cpus().or(() -> parent.map(Vm::cpus)).orElse(1),
                boot(options),
                options.disks().stream().map(NewVm::disk).toList(),
                options.cdrom().or(() -> parent.flatMap(Vm::cdrom)),
                interfaces(id, name, options),
                owner,
                permission(),
                false,
                false);
    }

    /// Passed on where the parent says so.
    private InstancePermission permission() {
        return parent.map(Vm::allowInstance)
                .filter(each -> each.flags().contains(InstanceFlag.INSTANCE))
                .orElse(InstancePermission.NONE);
    }

    private static Boot boot(StartOptions options) {
        return new Boot(
                options.kernel(),
                options.bootDevice()
                        .map(each -> BootDevice.valueOf(each.toUpperCase(Locale.ROOT)))
                        .orElse(BootDevice.AUTO),
                Firmware.BIOS,
                Optional.empty());
    }

    private static Disk disk(StartOptions.DiskOption option) {
        return new Disk(
                option.path(), DiskFormat.valueOf(option.format().toUpperCase(Locale.ROOT)));
    }

    /// Those that were asked for, then those of the parent with higher numbers, then unconnected
    /// ones up to the number asked for.
    private List<Interface> interfaces(int id, String name, StartOptions options)
            throws PlanException {
        List<Interface> parents = parent.map(Vm::interfaces).orElse(List.of());
        int count = Math.max(options.nics().size(), options.interfaces().orElse(0));
        int all = Math.min(MOST_DEVICES, Math.max(count, parents.size()));
        Set<Long> taken = new HashSet<>();
        List<Interface> interfaces = new ArrayList<>();
        for (int index = 0; index < all; index++) {
            String lladdr = DerivedLladdr.text(DerivedLladdr.bits(seed, name, index, taken));
            if (index < options.nics().size()) {
                interfaces.add(own(options.nics().get(index), lladdr, id, index));
            } else if (index < parents.size() && index >= count) {
                interfaces.add(inherited(parents.get(index), lladdr, id, index));
            } else {
                interfaces.add(plain(lladdr, Optional.empty(), Optional.empty()));
            }
        }
        return interfaces;
    }

    private Interface own(StartOptions.NicOption nic, String lladdr, int id, int index)
            throws PlanException {
        return nic.switchName().isPresent()
                ? plain(lladdr, nic.switchName(), Optional.empty())
                : plain(lladdr, Optional.empty(), Optional.of(Numbering.local(plan, id, index)));
    }

    private Interface plain(
            String lladdr, Optional<String> switchName, Optional<LocalAddress> local) {
        return new Interface(
                "tap",
                lladdr,
                switchName
                        .flatMap(plan::switchNamed)
                        .map(each -> each.lockedLladdr())
                        .orElse(false),
                switchName,
                Optional.empty(),
                switchName.flatMap(plan::switchNamed).flatMap(each -> each.rdomain()),
                true,
                local);
    }

    private Interface inherited(Interface parents, String lladdr, int id, int index)
            throws PlanException {
        return new Interface(
                "tap",
                lladdr,
                parents.lockedLladdr(),
                parents.switchName(),
                parents.group(),
                parents.rdomain(),
                parents.up(),
                parents.local().isPresent()
                        ? Optional.of(Numbering.local(plan, id, index))
                        : Optional.empty());
    }
}
