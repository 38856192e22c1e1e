package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Interface;
import vmconf.plan.Owner;
import vmconf.plan.Vm;

/// A VM from a domain.
final class DomainReader {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST = 4;

    private static final Map<String, Long> UNITS =
            Map.ofEntries(
                    Map.entry("b", 1L),
                    Map.entry("bytes", 1L),
                    Map.entry("KB", 1000L),
                    Map.entry("k", 1L << 10),
                    Map.entry("KiB", 1L << 10),
                    Map.entry("MB", 1_000_000L),
                    Map.entry("M", 1L << 20),
                    Map.entry("MiB", 1L << 20),
                    Map.entry("GB", 1_000_000_000L),
                    Map.entry("G", 1L << 30),
                    Map.entry("GiB", 1L << 30));

    /// What every machine has, or what only libvirt needs.
    private static final Set<String> USUAL =
            Set.of(
                    "disk",
                    "interface",
                    "emulator",
                    "controller",
                    "serial",
                    "console",
                    "memballoon",
                    "rng",
                    "input",
                    "audio",
                    "panic",
                    "watchdog");

    private static final Set<String> SETTINGS =
            Set.of("launchSecurity", "memoryBacking", "cputune", "numatune", "qemu:commandline");

    private final XmlElement domain;
    private final ImportNetworks networks;
    private final ImportNotes notes;

    DomainReader(XmlElement domain, ImportNetworks networks, ImportNotes notes) {
        this.domain = domain;
        this.networks = networks;
        this.notes = notes;
    }

    /// @param number from 1
    Vm vm(int number) {
        Optional<XmlElement> kept = domain.at("metadata/" + Metadata.PREFIX + "vm");
        List<Disk> disks = disks(kept);
        Optional<String> cdrom = cdrom();
        domain.at("devices").ifPresent(this::tellUnusual);
        domain.children().stream()
                .filter(each -> SETTINGS.contains(each.name()))
                .forEach(each -> notes.lost(each, each.name()));
        return new Vm(
                number,
                domain.textAt("name").orElse(""),
                !kept.map(each -> each.has("enabled", "no")).orElse(false),
                Optional.empty(),
                Optional.empty(),
                memory(),
                cpus(),
                boot(),
                disks,
                cdrom,
                interfaces(kept),
                kept.map(each -> owner(each).orElse(Owner.ROOT)).orElse(Owner.ROOT),
                kept.flatMap(each -> each.at(Metadata.PREFIX + "allow-instance"))
                        .map(DomainReader::permission)
                        .orElse(InstancePermission.NONE),
                false,
                false);
    }

    private void tellUnusual(XmlElement devices) {
        devices.children().stream()
                .filter(each -> !USUAL.contains(each.name()))
                .forEach(each -> notes.lost(each, "device \"" + each.name() + "\""));
    }

    private static Optional<Owner> owner(XmlElement kept) {
        return kept.attribute("owner").map(user -> new Owner(user, kept.attribute("owner-group")));
    }

    private static InstancePermission permission(XmlElement kept) {
        List<InstanceFlag> flags = new ArrayList<>();
        String words = kept.attribute("flags").orElse("");
        for (InstanceFlag each : InstanceFlag.values()) {
            if (List.of(words.split(" ")).contains(each.word())) {
                flags.add(each);
            }
        }
        return new InstancePermission(flags, owner(kept));
    }

    /// In full megabytes, as vmd takes it.
    private long memory() {
        Optional<XmlElement> memory = domain.at("memory");
        long unit =
                memory.map(each -> each.attribute("unit").orElse("KiB"))
                        .map(each -> UNITS.getOrDefault(each, 0L))
                        .orElse(0L);
        Optional<Long> count = memory.flatMap(each -> number(each.text()));
        if (unit == 0 || count.isEmpty() || count.get() > Long.MAX_VALUE / unit) {
            memory.ifPresent(each -> notes.wrong(each, "a size that cannot be read"));
            return Vm.DEFAULT_MEMORY;
        }
        return Math.max(1, count.get() * unit / MEBIBYTE) * MEBIBYTE;
    }

    private int cpus() {
        Optional<XmlElement> cpus = domain.at("vcpu");
        return cpus.filter(each -> each.text().matches("[0-9]{1,4}"))
                .map(each -> Integer.valueOf(each.text()))
                .orElse(1);
    }

    private static Optional<Long> number(String digits) {
        return digits.matches("[0-9]{1,15}")
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }

    private Boot boot() {
        Optional<XmlElement> loader = domain.at("os/loader");
        boolean rom = loader.isPresent() && !loader.get().has("type", "pflash");
        boolean uefi =
                domain.attributeAt("os", "firmware").filter("efi"::equals).isPresent()
                        || (loader.isPresent() && !rom);
        for (String each : List.of("initrd", "cmdline")) {
            domain.at("os/" + each)
                    .ifPresent(
                            lost ->
                                    notes.lost(
                                            lost,
                                            "\""
                                                    + each
                                                    + "\", which vmd reads from the file"
                                                    + " KERNEL."
                                                    + each
                                                    + ","));
        }
        return new Boot(
                domain.textAt("os/kernel")
                        .or(() -> rom ? loader.map(XmlElement::text) : Optional.empty()),
                device(),
                uefi ? Firmware.UEFI : Firmware.BIOS,
                uefi ? domain.textAt("os/nvram") : Optional.empty());
    }

    /// vmd boots from another device once, and the machine ends where it would reboot.
    private BootDevice device() {
        boolean once = domain.textAt("on_reboot").filter("destroy"::equals).isPresent();
        Optional<BootDevice> first = BootOrder.first(domain);
        if (once || first.isEmpty() || first.get() == BootDevice.DISK) {
            return once ? first.orElse(BootDevice.AUTO) : BootDevice.AUTO;
        }
        notes.lost(
                domain.at("os").orElse(domain),
                "to boot from \"%s\" first each time, where vmctl start -B %s does so once,"
                        .formatted(first.get().word(), first.get().word()));
        return BootDevice.AUTO;
    }

    private List<Disk> disks(Optional<XmlElement> kept) {
        List<Disk> disks = new ArrayList<>();
        for (XmlElement each : devices("disk")) {
            boolean disk = each.attribute("device").orElse("disk").equals("disk");
            Optional<String> path = each.attributeAt("source", "file");
            if (disk && path.isPresent() && disks.size() < MOST) {
                disks.add(new Disk(path.get(), format(each, kept, disks.size())));
            } else if (disk || each.has("device", "floppy") || each.has("device", "lun")) {
                notes.lost(each, path.isPresent() ? "a fifth disk" : "a disk that is no file");
            }
        }
        return disks;
    }

    private DiskFormat format(XmlElement disk, Optional<XmlElement> kept, int number) {
        boolean auto =
                kept.stream()
                        .flatMap(each -> each.all(Metadata.PREFIX + "disk"))
                        .anyMatch(each -> each.has("number", Integer.toString(number)));
        String type = disk.attributeAt("driver", "type").orElse("raw");
        if (!type.equals("raw") && !type.equals("qcow2")) {
            notes.lost(disk, "the format \"" + type + "\"");
        }
        return auto ? DiskFormat.AUTO : type.equals("qcow2") ? DiskFormat.QCOW2 : DiskFormat.RAW;
    }

    private List<XmlElement> devices(String kind) {
        return domain.at("devices").stream().flatMap(each -> each.all(kind)).toList();
    }

    private Optional<String> cdrom() {
        return devices("disk").stream()
                .filter(each -> each.has("device", "cdrom"))
                .flatMap(each -> each.attributeAt("source", "file").stream())
                .findFirst();
    }

    private List<Interface> interfaces(Optional<XmlElement> kept) {
        List<Interface> interfaces = new ArrayList<>();
        for (XmlElement each : devices("interface")) {
            if (interfaces.size() == MOST) {
                notes.lost(each, "a fifth interface");
                continue;
            }
            String number = Integer.toString(interfaces.size());
            Optional<XmlElement> own =
                    kept.stream()
                            .flatMap(vm -> vm.all(Metadata.PREFIX + "interface"))
                            .filter(nic -> nic.has("number", number))
                            .findFirst();
            interfaces.add(new InterfaceReader(each, own, networks, notes).read());
        }
        return interfaces;
    }
}
