package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.compiler.export.Formats;
import vmconf.compiler.export.Places;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.Firmware;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// The domain of a VM: the machine that vmd makes of it.
///
/// @param pointer the VM's place in the plan
record Domain(Plan plan, Vm vm, String pointer, NetworkNames networks, Settings settings) {

    Xml xml() {
        Xml domain =
                Xml.element("domain")
                        .with("type", settings.emulated() ? "qemu" : "kvm")
                        .commented("vm \"" + vm.name() + "\"" + Places.comment(plan, pointer));
        return domain.add(
                Stream.of(
                        Xml.text("name", vm.name()),
                        Xml.text("uuid", Uuids.ofVm(vm.name())),
                        Metadata.of(vm),
                        said(Xml.text("memory", Long.toString(vm.memory())), "/memory")
                                .with("unit", "b"),
                        said(Xml.text("vcpu", Integer.toString(vm.cpus())), "/cpus"),
                        said(os(), "/boot"),
                        Xml.element("features", Xml.element("acpi")),
                        cpu(),
                        Xml.element("clock").with("offset", "utc"),
                        Xml.text("on_poweroff", "destroy"),
                        Xml.text("on_reboot", isForced() ? "destroy" : "restart"),
                        Xml.text("on_crash", "destroy"),
                        devices()));
    }

    /// The element with the line that asked for it in front of it.
    private Xml said(Xml element, String key) {
        String place = Places.comment(plan, pointer + key);
        boolean same = place.equals(Places.comment(plan, pointer));
        return same || place.isEmpty() ? element : element.commented(place.substring(2));
    }

    /// A guest that was started from one device once comes up as usual the next time, so vmd ends
    /// it where it reboots.
    private boolean isForced() {
        return vm.boot().device() != BootDevice.AUTO;
    }

    private Xml cpu() {
        return Xml.element("cpu")
                .with("mode", settings.emulated() ? "maximum" : "host-passthrough")
                .with("check", "none");
    }

    private Xml os() {
        Xml os =
                Xml.element(
                        "os",
                        Xml.text("type", "hvm").with("arch", "x86_64").with("machine", "q35"));
        if (vm.boot().firmware() == Firmware.UEFI) {
            Stream<Xml> variables =
                    vm.boot().efivars().map(path -> Xml.text("nvram", path)).stream();
            return os.with("firmware", "efi").add(variables);
        }
        return os.add(vm.boot().image().map(path -> Xml.text("kernel", path)).stream());
    }

    private Xml devices() {
        List<Xml> devices = new ArrayList<>();
        for (int i = 0; i < vm.disks().size(); i++) {
            devices.add(said(disk(i, vm.disks().get(i)), "/disks/" + i));
        }
        vm.cdrom().ifPresent(path -> devices.addAll(cdrom(path)));
        devices.add(Xml.element("controller").with("type", "usb").with("model", "none"));
        IntStream.range(0, vm.interfaces().size())
                .mapToObj(i -> said(new Nic(vm, i, networks, order(i)).xml(), "/interfaces/" + i))
                .forEach(devices::add);
        devices.add(console("serial", Xml.element("target").with("port", "0")));
        devices.add(
                console("console", Xml.element("target").with("type", "serial").with("port", "0")));
        devices.add(Xml.element("memballoon").with("model", "none"));
        devices.add(
                Xml.element("rng", Xml.text("backend", "/dev/urandom").with("model", "random"))
                        .with("model", "virtio"));
        return Xml.element("devices").add(devices.stream());
    }

    private static Xml console(String kind, Xml target) {
        return Xml.element(kind, target).with("type", "pty");
    }

    private Xml disk(int index, Disk disk) {
        String target = "vd" + (char) ('a' + index);
        return Xml.element(
                        "disk",
                        Xml.element("driver")
                                .with("name", "qemu")
                                .with("type", Formats.taken(disk).word())
                                .with("error_policy", "enospace")
                                .with("rerror_policy", "report")
                                .with("discard", "unmap"),
                        Xml.element("source").with("file", disk.path()),
                        Xml.element("target").with("dev", target).with("bus", "virtio"))
                .with("type", "file")
                .with("device", "disk")
                .add(boot(BootDevice.DISK, index).stream());
    }

    private List<Xml> cdrom(String path) {
        Xml drive =
                Xml.element(
                                "disk",
                                Xml.element("driver").with("name", "qemu").with("type", "raw"),
                                Xml.element("source").with("file", path),
                                Xml.element("target").with("dev", "sda").with("bus", "scsi"),
                                Xml.element("readonly"))
                        .with("type", "file")
                        .with("device", "cdrom")
                        .add(boot(BootDevice.CDROM, vm.disks().size()).stream());
        Xml controller =
                Xml.element("controller")
                        .with("type", "scsi")
                        .with("index", "0")
                        .with("model", "virtio-scsi");
        return List.of(said(drive, "/cdrom"), controller);
    }

    /// Interfaces are booted from only where the file says so.
    private Optional<Xml> order(int index) {
        return vm.boot().device() == BootDevice.NET
                ? boot(BootDevice.NET, index)
                : Optional.empty();
    }

    /// The place in the boot order, from 1, of a device that may be booted from.
    private Optional<Xml> boot(BootDevice kind, int place) {
        boolean eligible = !isForced() || vm.boot().device() == kind;
        return eligible && !bootsKernel()
                ? Optional.of(Xml.element("boot").with("order", Integer.toString(place + 1)))
                : Optional.empty();
    }

    private boolean bootsKernel() {
        return vm.boot().firmware() == Firmware.BIOS && vm.boot().image().isPresent();
    }
}
