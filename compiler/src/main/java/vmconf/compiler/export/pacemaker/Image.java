package vmconf.compiler.export.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// A file of the host that a machine needs.
///
/// @param pointer its place in the plan, a JSON Pointer (RFC 6901)
record Image(String pointer, String path) {

    /// All of a machine, as they stand in the plan.
    static List<Image> of(Vm vm, String pointer) {
        List<Image> images = new ArrayList<>();
        add(vm.boot().image(), pointer + "/boot/image", images);
        add(vm.boot().efivars(), pointer + "/boot/efivars", images);
        for (int i = 0; i < vm.disks().size(); i++) {
            String path = vm.disks().get(i).path();
            images.add(new Image(pointer + "/disks/" + i + "/path", path));
        }
        add(vm.cdrom(), pointer + "/cdrom", images);
        return images;
    }

    private static void add(Optional<String> path, String pointer, List<Image> images) {
        path.ifPresent(each -> images.add(new Image(pointer, each)));
    }
}
