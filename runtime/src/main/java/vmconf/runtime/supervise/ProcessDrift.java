package vmconf.runtime.supervise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;

/// Compares what is defined with the machine that runs.
final class ProcessDrift {
    private static final String NONE = "none";

    private final VmStatus status;
    private final Vm vm;
    private final List<Difference> differences = new ArrayList<>();

    private ProcessDrift(VmStatus status) {
        this.status = status;
        this.vm = status.definition();
    }

    /// Nothing where no guest runs.
    static List<Difference> of(VmStatus status) {
        return status.guest().map(guest -> new ProcessDrift(status).found(guest)).orElse(List.of());
    }

    private List<Difference> found(Guest guest) {
        try {
            compare(guest.observe());
        } catch (IOException e) {
            String reason = status.trouble().orElse(String.valueOf(e.getMessage()));
            differences.add(
                    new Difference("monitor", "answers", reason, "vmctl stop -f " + vm.name()));
        }
        return differences;
    }

    private void compare(Machine machine) {
        state(machine.standsStill());
        note("memory", (vm.memory() >> 20) + "M", (machine.memory() >> 20) + "M");
        note("cpus", "" + vm.cpus(), "" + machine.cpus());
        drives(machine.drives());
        int most = Math.max(vm.interfaces().size(), machine.macs().size());
        for (int index = 0; index < most; index++) {
            note(
                    "interface " + index,
                    index < vm.interfaces().size() ? vm.interfaces().get(index).lladdr() : NONE,
                    index < machine.macs().size() ? machine.macs().get(index) : NONE);
        }
    }

    private void state(boolean standsStill) {
        if (status.phase() == VmStatus.Phase.RUNNING && standsStill) {
            differences.add(
                    new Difference(
                            "state",
                            "running",
                            "paused",
                            "vmctl pause %1$s; vmctl unpause %1$s".formatted(vm.name())));
        } else if (status.phase() == VmStatus.Phase.PAUSED && !standsStill) {
            differences.add(
                    new Difference(
                            "state",
                            "paused",
                            "running",
                            "vmctl unpause %1$s; vmctl pause %1$s".formatted(vm.name())));
        }
    }

    private void drives(Map<String, Machine.Drive> there) {
        Map<String, Disk> planned = planned();
        TreeSet<String> names = new TreeSet<>(planned.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            Optional<Disk> disk = Optional.ofNullable(planned.get(name));
            Optional<Machine.Drive> drive = Optional.ofNullable(there.get(name));
            String path = disk.map(Disk::path).orElse(NONE);
            note(name, path, drive.map(each -> each.isBound() ? path : each.file()).orElse(NONE));
            if (disk.isPresent() && drive.isPresent() && disk.get().format() != DiskFormat.AUTO) {
                note(name + " format", disk.get().format().word(), drive.get().format());
            }
        }
    }

    private Map<String, Disk> planned() {
        Map<String, Disk> planned = new TreeMap<>();
        for (Disk disk : vm.disks()) {
            planned.put("disk" + planned.size(), disk);
        }
        vm.cdrom().ifPresent(path -> planned.put("cdrom", new Disk(path, DiskFormat.AUTO)));
        return planned;
    }

    private void note(String what, String planned, String found) {
        if (!planned.equals(found)) {
            String again = "vmctl stop -w %1$s && vmctl start %1$s".formatted(vm.name());
            differences.add(new Difference(what, planned, found, again));
        }
    }
}
