package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.cgroup.ControlGroup;
import vmconf.runtime.cgroup.ControlGroups;
import vmconf.runtime.cgroup.Limits;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;

/// Holds guests to their limits, where the host lets that be done; elsewhere they run without.
public record GuestGroups(ControlGroups groups, Log log) {
    /// @param state the folder of the daemon
    public static GuestGroups ofHost(Path state, boolean root, Log log) {
        GuestGroups made = new GuestGroups(ControlGroups.ofHost(state, root), log);
        log.info("limits: " + made.groups.describe());
        return made;
    }

    /// Puts a guest's process into its group.
    Optional<ControlGroup> of(Vm vm, long pid) {
        try {
            return groups.admit(vm.name(), pid, Limits.of(vm.memory(), vm.cpus()));
        } catch (IOException e) {
            log.warn("vm \"%s\" runs without limits: %s".formatted(vm.name(), e.getMessage()));
            return of(vm);
        }
    }

    /// The group of a guest that is there already.
    Optional<ControlGroup> of(Vm vm) {
        return groups.of(vm.name());
    }

    Finding finding() {
        return groups.isComplete()
                ? Finding.ok("limits", groups.describe())
                : Finding.note("limits", groups.describe());
    }
}
