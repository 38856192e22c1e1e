package vmconf.runtime.supervise;

import vmconf.plan.Vm;

/// The host could not do with a guest's disk what the guest asked for.
///
/// @param drive `disk0` to `disk3` or `cdrom`
/// @param operation `read` or `write`
/// @param halted the guest stands still and tries it again when it is let go; else it has been told
/// @param reason the system's words
public record DiskError(String drive, String operation, boolean halted, String reason) {
    /// For people, to follow the VM's name.
    String text(Vm vm) {
        String what = "%s %s: %s failed: %s".formatted(drive, path(vm), operation, reason);
        return halted
                ? what + "; it stands still: make room, then vmctl unpause " + vm.name()
                : what + "; the guest has been told";
    }

    private String path(Vm vm) {
        for (int index = 0; index < vm.disks().size(); index++) {
            if (drive.equals("disk" + index)) {
                return vm.disks().get(index).path();
            }
        }
        return vm.cdrom().orElse("");
    }
}
