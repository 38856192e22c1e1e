package vmconf.compiler.export.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Fate;
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
        for (int i = 0; i < plan.vms().size(); i++) {
            all.vm(plan.vms().get(i), "/vms/" + i);
        }
        return List.copyOf(all.remarks);
    }

    private void vm(Vm vm, String pointer) {
        for (int i = 0; i < vm.disks().size(); i++) {
            path(Optional.of(vm.disks().get(i).path()), pointer + "/disks/" + i + "/path");
        }
        path(vm.cdrom(), pointer + "/cdrom");
        path(vm.boot().image(), pointer + "/boot/image");
        path(vm.boot().efivars(), pointer + "/boot/efivars");
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

    /// The scripts run elsewhere, in a folder of their own.
    private void path(Optional<String> path, String pointer) {
        if (path.isPresent() && !path.get().startsWith("/")) {
            String reason = "a script that runs elsewhere takes absolute paths only";
            String help = "--base FOLDER names the folder that relative paths start from";
            remarks.add(new Remark(pointer, Fate.REFUSED, reason, Optional.of(help)));
        }
    }
}
