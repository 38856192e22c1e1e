package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import vmconf.compiler.export.ImageSizes;
import vmconf.plan.Vm;

/// The volumes that take the place of a VM's images, by their names: `VM-disk-0` and `VM-cdrom`.
/// One whose size is known is a DataVolume of the machine; of others upload.sh makes a claim.
///
/// @param sizes of images that can be read here
record Claims(ImageSizes sizes) {
    private static final long MEBIBYTE = 1 << 20;

    /// An image and what it becomes.
    ///
    /// @param disk the name of the disk and of its volume
    /// @param size in bytes, if it is known
    record Claim(String name, String disk, String path, boolean isCdrom, OptionalLong size) {

        /// As the API writes it, rounded up.
        String quantity() {
            return Math.max(1, Math.ceilDiv(size.orElseThrow(), MEBIBYTE)) + "Mi";
        }
    }

    /// In the order in which the guest sees them; the cdrom last.
    List<Claim> of(Vm vm) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < vm.disks().size(); i++) {
            claims.add(claim(vm, "disk-" + i, vm.disks().get(i).path(), false));
        }
        vm.cdrom().ifPresent(path -> claims.add(claim(vm, "cdrom", path, true)));
        return claims;
    }

    private Claim claim(Vm vm, String disk, String path, boolean isCdrom) {
        String object = ObjectNames.of(vm.name()).orElseThrow();
        return new Claim(object + "-" + disk, disk, path, isCdrom, sizes.of(path));
    }
}
