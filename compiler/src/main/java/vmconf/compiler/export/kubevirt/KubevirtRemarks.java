package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Remark;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What only KubeVirt's admission webhooks know, and no schema: a cluster would refuse it.
final class KubevirtRemarks {
    /// The pod's end of a masqueraded link.
    private static final String RESERVED = "02:00:00:00:00:00";

    private static final long MEBIBYTE = 1 << 20;

    private final Plan plan;
    private final ObjectNames names;
    private final List<Remark> remarks = new ArrayList<>();

    private KubevirtRemarks(Plan plan) {
        this.plan = plan;
        this.names = new ObjectNames(plan);
    }

    static List<Remark> of(Plan plan) {
        KubevirtRemarks all = new KubevirtRemarks(plan);
        for (int i = 0; i < plan.switches().size(); i++) {
            var each = plan.switches().get(i);
            if (each.enabled()) {
                all.name(each.name(), all.names.rival(each), "/switches/" + i + "/name");
                all.twin(each, "/switches/" + i + "/name");
            }
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            all.vm(plan.vms().get(i), "/vms/" + i);
        }
        return all.remarks;
    }

    private void refuse(String pointer, String reason, String help) {
        remarks.add(new Remark(pointer, Fate.REFUSED, reason, Optional.of(help)));
    }

    private void name(String name, Optional<String> rival, String pointer) {
        String way = "give it a name of letters, digits and hyphens that differ in more than case";
        if (ObjectNames.of(name).isEmpty()) {
            refuse(pointer, "no object can have a name like it", way);
        } else if (rival.isPresent()) {
            refuse(pointer, "\"" + rival.get() + "\" becomes an object of the same name", way);
        }
    }

    /// The second network of a switch may not be that of another.
    private void twin(Switch each, String pointer) {
        names.twin(each)
                .ifPresent(
                        other ->
                                refuse(
                                        pointer,
                                        "the network for its other interfaces would be that of \""
                                                + other
                                                + "\"",
                                        "give one of them another name"));
    }

    private void vm(Vm vm, String pointer) {
        name(vm.name(), names.rival(vm), pointer + "/name");
        if (vm.memory() < MEBIBYTE) {
            refuse(pointer + "/memory", "no machine has less than a mebibyte", "give it more");
        }
        boolean local = false;
        for (int i = 0; i < vm.interfaces().size(); i++) {
            Interface nic = vm.interfaces().get(i);
            String place = pointer + "/interfaces/" + i;
            address(nic, place);
            if (nic.local().isPresent()) {
                local(nic, local, place);
                local = true;
            } else if (nic.switchName().flatMap(plan::switchNamed).isEmpty()) {
                refuse(
                        place + "/tap",
                        "an interface has to be connected to something",
                        "let it join a switch, or make it a \"local interface\"");
            }
        }
    }

    /// libvirt below refuses it when the machine starts.
    private void address(Interface nic, String place) {
        if ((Integer.parseInt(nic.lladdr().substring(0, 2), 16) & 1) != 0) {
            refuse(
                    place + "/lladdr",
                    "no interface can have a multicast address",
                    "the first octet of an interface's own address is even");
        }
    }

    private void local(Interface nic, boolean second, String place) {
        if (second) {
            refuse(
                    place + "/local/host",
                    "only one interface of a machine can be in the pod's network",
                    "let the others join switches");
        }
        if (nic.lladdr().equals(RESERVED)) {
            refuse(place + "/lladdr", "the pod has this address itself", "give it another one");
        }
        if (!nic.up()) {
            remarks.add(
                    Remark.of(
                            place + "/up",
                            Fate.DROPPED,
                            "an interface in the pod's network is always up"));
        }
    }
}
