package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.ImagePath;
import vmconf.compiler.export.Names;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.xml.XmlCharacters;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What libvirt refuses or takes otherwise because of how a value is written.
final class LibvirtRemarks {
    private final List<Remark> remarks = new ArrayList<>();

    private LibvirtRemarks() {}

    static List<Remark> of(Plan plan) {
        LibvirtRemarks all = new LibvirtRemarks();
        for (ImagePath each : ImagePath.of(plan)) {
            all.written(Optional.of(each.path()), each.pointer());
        }
        all.remarks.addAll(ImagePath.relative(plan, "libvirt takes absolute paths only"));
        for (int i = 0; i < plan.switches().size(); i++) {
            all.bridge(plan.switches().get(i), "/switches/" + i);
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            all.vm(plan.vms().get(i), "/vms/" + i);
        }
        return List.copyOf(all.remarks);
    }

    private void add(String pointer, Fate fate, String reason) {
        remarks.add(Remark.of(pointer, fate, reason));
    }

    private void refuse(String pointer, String reason, String help) {
        remarks.add(new Remark(pointer, Fate.REFUSED, reason, Optional.of(help)));
    }

    private void bridge(Switch each, String pointer) {
        if (each.enabled() && !Names.isPlain(each.name())) {
            add(
                    pointer + "/name",
                    Fate.APPROXIMATED,
                    "the network's name has a hyphen for each character that no file name should have");
        }
        written(Optional.of(each.name()), pointer + "/name");
        written(each.group(), pointer + "/group");
    }

    private void vm(Vm vm, String pointer) {
        written(Optional.of(vm.owner().user()), pointer + "/owner/user");
        written(vm.owner().group(), pointer + "/owner/group");
        for (int i = 0; i < vm.interfaces().size(); i++) {
            nic(vm.interfaces().get(i), pointer + "/interfaces/" + i);
        }
    }

    /// XML has no place for some characters.
    private void written(Optional<String> text, String pointer) {
        if (text.isPresent() && !XmlCharacters.holds(text.get())) {
            add(pointer, Fate.REFUSED, "it has a control character, which XML cannot hold");
        }
    }

    private void nic(Interface nic, String pointer) {
        if ((Integer.parseInt(nic.lladdr().substring(0, 2), 16) & 1) != 0) {
            refuse(
                    pointer + "/lladdr",
                    "libvirt takes no multicast address for an interface",
                    "the first octet of an interface's own address is even");
        }
        written(nic.switchName(), pointer + "/switch");
        written(nic.group(), pointer + "/group");
        if (!Nic.isNumbered(nic.tap()) && !nic.tap().equals("tap")) {
            add(
                    pointer + "/tap",
                    Fate.KEPT_AS_NOTE,
                    "libvirt names the device, as this name is none of a tap with a number");
        }
    }
}
