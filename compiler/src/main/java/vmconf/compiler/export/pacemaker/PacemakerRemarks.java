package vmconf.compiler.export.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Remark;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What depends on where images are, and on how a machine is called.
final class PacemakerRemarks {
    private static final String THERE = ", so that its machine runs there or nowhere";

    private PacemakerRemarks() {}

    static List<Remark> of(Plan plan, Storage storage) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            if (vm.name().chars().allMatch(c -> c >= '0' && c <= '9')) {
                remarks.add(numbered("/vms/" + i + "/name"));
            }
            Image.of(vm, "/vms/" + i).forEach(each -> image(each, storage, remarks));
        }
        return remarks;
    }

    private static Remark numbered(String pointer) {
        return new Remark(
                pointer,
                Fate.REFUSED,
                "Pacemaker's agent would take it for libvirt's number of another machine",
                Optional.of("a name with a letter in it"));
    }

    /// A kernel is only taken for one, wherever it is.
    private static void image(Image image, Storage storage, List<Remark> remarks) {
        boolean kernel = image.pointer().endsWith("/boot/image");
        if (storage.isShared(image.path())) {
            if (!kernel) {
                remarks.add(Remark.of(image.pointer(), Fate.EXACT, "every node sees the file"));
            }
        } else if (storage.node().isPresent()) {
            String node = storage.node().get();
            remarks.add(approximated(image, "only node " + node + " has it" + THERE));
        } else if (kernel) {
            remarks.add(approximated(image, PacemakerTable.SEEN));
        }
    }

    private static Remark approximated(Image image, String reason) {
        return Remark.of(image.pointer(), Fate.APPROXIMATED, reason);
    }
}
