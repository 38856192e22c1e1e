package vmconf.compiler.export.qemu;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.ImagePath;
import vmconf.compiler.export.Remark;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What the scripts cannot do because of how a value is written.
final class QemuRemarks {
    private final List<Remark> remarks = new ArrayList<>();

    private QemuRemarks() {}

    static List<Remark> of(Plan plan) {
        QemuRemarks all = new QemuRemarks();
        String reason = "a script that runs elsewhere takes absolute paths only";
        all.remarks.addAll(ImagePath.relative(plan, reason));
        for (int i = 0; i < plan.vms().size(); i++) {
            all.vm(plan.vms().get(i), "/vms/" + i);
        }
        return List.copyOf(all.remarks);
    }

    private void vm(Vm vm, String pointer) {
        for (int i = 0; i < vm.interfaces().size(); i++) {
            if (vm.interfaces().get(i).local().isPresent()) {
                local(vm.interfaces().get(i), pointer + "/interfaces/" + i);
            }
        }
    }

    /// Its network is within QEMU, so that the host has no link for it.
    private void local(Interface link, String pointer) {
        if (!link.tap().equals("tap")) {
            dropped(pointer + "/tap");
        }
        link.switchName().ifPresent(_ -> dropped(pointer + "/switch"));
        link.group().ifPresent(_ -> dropped(pointer + "/group"));
    }

    private void dropped(String pointer) {
        String reason = "a local interface is QEMU's own network, for which the host has no device";
        remarks.add(Remark.of(pointer, Fate.DROPPED, reason));
    }
}
