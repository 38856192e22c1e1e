package vmconf.compiler.export.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.ImagePath;
import vmconf.compiler.export.Remark;
import vmconf.plan.Interface;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What a host cannot have because of how values go together or how one is written.
final class LinuxHostRemarks {
    private final Plan plan;
    private final List<Remark> remarks = new ArrayList<>();

    private LinuxHostRemarks(Plan plan) {
        this.plan = plan;
    }

    static List<Remark> of(Plan plan) {
        LinuxHostRemarks all = new LinuxHostRemarks(plan);
        LocalNetwork local = plan.local();
        if (local.inet6() && local.inet6Prefix().isEmpty()) {
            all.remarks.add(
                    Remark.of(
                            "/local/inet6",
                            Fate.APPROXIMATED,
                            "vmd draws a network below fd00::/8 on the host, so all of that is"
                                    + " translated"));
        }
        String reason = "a service has no folder that it starts from";
        all.remarks.addAll(ImagePath.relative(plan, reason));
        ImagePath.of(plan).forEach(all::written);
        for (int i = 0; i < plan.vms().size(); i++) {
            all.vm(plan.vms().get(i), "/vms/" + i);
        }
        return all.remarks;
    }

    private void refuse(String pointer, String reason, String help) {
        remarks.add(new Remark(pointer, Fate.REFUSED, reason, Optional.of(help)));
    }

    private void vm(Vm vm, String pointer) {
        for (int i = 0; i < vm.interfaces().size(); i++) {
            nic(vm.interfaces().get(i), pointer + "/interfaces/" + i);
        }
    }

    private void written(ImagePath image) {
        if (image.path().chars().anyMatch(Character::isISOControl)) {
            refuse(image.pointer(), "it has a control character", "give the file another name");
        }
    }

    /// vmd refuses it when the machine starts.
    private void nic(Interface nic, String pointer) {
        Optional<Switch> joined = nic.switchName().flatMap(plan::switchNamed);
        int domain = nic.rdomain().orElse(0);
        if (joined.isPresent() && joined.get().rdomain().orElse(0) != domain) {
            refuse(
                    pointer + "/switch",
                    "the switch is in rdomain %d and the interface in %d"
                            .formatted(joined.get().rdomain().orElse(0), domain),
                    "give both the same");
        }
    }
}
