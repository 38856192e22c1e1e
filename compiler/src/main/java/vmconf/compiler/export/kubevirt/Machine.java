package vmconf.compiler.export.kubevirt;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.BootDevice;
import vmconf.plan.Firmware;
import vmconf.plan.Interface;
import vmconf.plan.Vm;

/// The VirtualMachine of a VM.
///
/// @param staggered it waits for a script that starts it
record Machine(Vm vm, Attachments attachments, Claims claims, boolean staggered) {
    /// The strategy of one that runs: vmd starts no machine again that has shut itself down.
    static final String STARTED = "RerunOnFailure";

    private static final long MEBIBYTE = 1 << 20;

    ObjectNode manifest() {
        String name = ObjectNames.of(vm.name()).orElseThrow();
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("apiVersion", "kubevirt.io/v1").put("kind", "VirtualMachine");
        ObjectNode metadata = root.putObject("metadata").put("name", name);
        Notes.add(metadata.putObject("annotations"), vm);
        ObjectNode spec = root.putObject("spec");
        spec.put("runStrategy", vm.enabled() && !staggered ? STARTED : "Halted");
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").putObject("labels").put("vmconf/vm", name);
        ObjectNode machine = template.putObject("spec");
        domain(machine.putObject("domain"));
        networks(machine);
        Volumes volumes = new Volumes(claims.of(vm));
        volumes.volumes(machine);
        volumes.templates(spec);
        return root;
    }

    private void domain(ObjectNode domain) {
        domain.putObject("cpu").put("cores", vm.cpus());
        domain.putObject("memory").put("guest", vm.memory() / MEBIBYTE + "Mi");
        domain.putObject("machine").put("type", "q35");
        firmware(domain.putObject("firmware").putObject("bootloader"));
        ObjectNode devices = domain.putObject("devices");
        devices.put("autoattachGraphicsDevice", false);
        devices.put("autoattachMemBalloon", false);
        devices.put("autoattachPodInterface", false);
        devices.putObject("rng");
        disks(devices);
        interfaces(devices);
    }

    private void firmware(ObjectNode bootloader) {
        switch (vm.boot().firmware()) {
            case Firmware.BIOS -> bootloader.putObject("bios");
            case Firmware.UEFI -> bootloader.putObject("efi").put("secureBoot", false);
        }
    }

    private void disks(ObjectNode devices) {
        var all = claims.of(vm);
        if (all.isEmpty()) {
            return;
        }
        ArrayNode disks = devices.putArray("disks");
        for (int i = 0; i < all.size(); i++) {
            Claims.Claim each = all.get(i);
            ObjectNode disk = disks.addObject().put("name", each.disk());
            order(disk, each.isCdrom() ? BootDevice.CDROM : BootDevice.DISK, i);
            disk.putObject(each.isCdrom() ? "cdrom" : "disk")
                    .put("bus", each.isCdrom() ? "sata" : "virtio");
        }
    }

    /// Once one device has a place nothing else is booted from.
    private void order(ObjectNode device, BootDevice kind, int place) {
        BootDevice wanted = vm.boot().device();
        boolean any = wanted == BootDevice.AUTO && kind != BootDevice.NET;
        if (any || wanted == kind) {
            device.put("bootOrder", place + 1);
        }
    }

    private void interfaces(ObjectNode devices) {
        if (vm.interfaces().isEmpty()) {
            return;
        }
        ArrayNode interfaces = devices.putArray("interfaces");
        for (int i = 0; i < vm.interfaces().size(); i++) {
            Interface nic = vm.interfaces().get(i);
            ObjectNode node = interfaces.addObject().put("name", "net-" + i);
            node.put("model", "virtio").put("macAddress", nic.lladdr());
            order(node, BootDevice.NET, i);
            node.putObject(nic.local().isPresent() ? "masquerade" : "bridge");
            if (!nic.up() && nic.local().isEmpty()) {
                node.put("state", "down");
            }
        }
    }

    private void networks(ObjectNode machine) {
        if (vm.interfaces().isEmpty()) {
            return;
        }
        ArrayNode networks = machine.putArray("networks");
        for (int i = 0; i < vm.interfaces().size(); i++) {
            Interface nic = vm.interfaces().get(i);
            ObjectNode network = networks.addObject().put("name", "net-" + i);
            if (nic.local().isPresent()) {
                network.putObject("pod");
            } else {
                network.putObject("multus").put("networkName", attachments.of(nic));
            }
        }
    }
}
