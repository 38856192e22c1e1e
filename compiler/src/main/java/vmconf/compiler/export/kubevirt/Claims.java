package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Vm;

/// The volume claims that take the place of a VM's images, by their names: `VM-disk-0` and
/// `VM-cdrom`.
final class Claims {
    private Claims() {}

    /// An image and what it becomes.
    ///
    /// @param disk the name of the disk and of its volume
    record Claim(String name, String disk, String path, boolean isCdrom) {}

    /// In the order in which the guest sees them; the cdrom last.
    static List<Claim> of(Vm vm) {
        String object = ObjectNames.of(vm.name()).orElseThrow();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < vm.disks().size(); i++) {
            String disk = "disk-" + i;
            claims.add(new Claim(object + "-" + disk, disk, vm.disks().get(i).path(), false));
        }
        vm.cdrom().ifPresent(path -> claims.add(new Claim(object + "-cdrom", "cdrom", path, true)));
        return claims;
    }
}
