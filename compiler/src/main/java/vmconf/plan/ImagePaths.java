package vmconf.plan;

import java.util.List;
import java.util.Optional;

/// The paths of images in a plan, which may be relative to the directory in which vmd runs.
public final class ImagePaths {
    private final String folder;

    private ImagePaths(String folder) {
        this.folder = folder;
    }

    /// The plan with every relative path continued from a folder. Nothing is looked up.
    ///
    /// @param folder an absolute path
    public static Plan below(String folder, Plan plan) {
        ImagePaths paths = new ImagePaths(folder.endsWith("/") ? folder : folder + "/");
        return plan.with(plan.local(), plan.vms().stream().map(paths::of).toList());
    }

    private Vm of(Vm vm) {
        Boot boot = vm.boot();
        List<Disk> disks =
                vm.disks().stream()
                        .map(each -> new Disk(absolute(each.path()), each.format()))
                        .toList();
        Boot there =
                new Boot(
                        absolute(boot.image()),
                        boot.device(),
                        boot.firmware(),
                        absolute(boot.efivars()));
        return vm.withImages(there, disks, absolute(vm.cdrom()));
    }

    private Optional<String> absolute(Optional<String> path) {
        return path.map(this::absolute);
    }

    private String absolute(String path) {
        return path.startsWith("/") ? path : folder + path;
    }
}
