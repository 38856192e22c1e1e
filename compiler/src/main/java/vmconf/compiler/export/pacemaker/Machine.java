package vmconf.compiler.export.pacemaker;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.export.Places;
import vmconf.compiler.export.xml.Xml;
import vmconf.compiler.export.xml.XmlCharacters;
import vmconf.plan.BootDevice;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// The resource of a machine: its domain, in the hands of `ocf:heartbeat:VirtualDomain`.
///
/// @param pointer the machine's place in the plan
record Machine(Plan plan, Vm vm, String pointer) {
    /// Where every node has the domains.
    static final String FOLDER = "/etc/vmconf";

    private static final long MEBIBYTE = 1L << 20;

    Xml xml() {
        Xml resource =
                Xml.element("primitive")
                        .with("id", Ids.resource(vm))
                        .with("class", "ocf")
                        .with("provider", "heartbeat")
                        .with("type", "VirtualDomain")
                        .with("description", description());
        return resource.add(
                Stream.of(
                        set("instance_attributes", "attributes").add(attributes()),
                        set("meta_attributes", "meta").add(meta()),
                        Xml.element("operations").add(operations()),
                        set("utilization", "utilization")
                                .add(Ids.pair(vm, "host_memory", Long.toString(memory(vm))))));
    }

    private Xml set(String name, String id) {
        return Xml.element(name).with("id", Ids.part(id, vm));
    }

    private String description() {
        return XmlCharacters.kept("vm \"" + vm.name() + "\"" + Places.comment(plan, pointer));
    }

    /// Of all machines, with a blank between two; a shell takes them as they are.
    static String names(Plan plan) {
        return plan.vms().stream().map(Vm::name).collect(Collectors.joining(" "));
    }

    /// In MiB, rounded up.
    static long memory(Vm vm) {
        return Math.ceilDiv(vm.memory(), MEBIBYTE);
    }

    /// The agent would write the memory of a domain that runs into the CIB by itself, under names
    /// that nodes may not have; the machine would then have no place any more.
    private Stream<Xml> attributes() {
        return Stream.of(
                Ids.pair(vm, "config", FOLDER + "/domain-" + vm.name() + ".xml"),
                Ids.pair(vm, "hypervisor", "qemu:///system"),
                Ids.pair(vm, "autoset_utilization_cpu", "false"),
                Ids.pair(vm, "autoset_utilization_hv_memory", "false"),
                Ids.pair(vm, "autoset_utilization_host_memory", "false"));
    }

    /// It stays where it runs: a move ends the guest and starts it elsewhere.
    private Stream<Xml> meta() {
        return Stream.of(
                Ids.pair(vm, "target-role", vm.enabled() ? "Started" : "Stopped"),
                Ids.pair(vm, "resource-stickiness", "1000"));
    }

    private Stream<Xml> operations() {
        Xml monitor = operation("monitor", "10s", "30s");
        return Stream.of(
                operation("start", "0s", "90s"),
                operation("stop", "0s", "90s"),
                isForced() ? monitor.with("on-fail", "stop") : monitor);
    }

    /// A guest that boots from one device once ends where it reboots, and is left at that.
    private boolean isForced() {
        return vm.boot().device() != BootDevice.AUTO;
    }

    private Xml operation(String name, String interval, String timeout) {
        return Xml.element("op")
                .with("id", Ids.part(name, vm))
                .with("name", name)
                .with("interval", interval)
                .with("timeout", timeout);
    }
}
