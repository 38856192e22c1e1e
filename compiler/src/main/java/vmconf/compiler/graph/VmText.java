package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.value.MemorySize;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.Vm;

/// What a picture says about a VM.
final class VmText {
    private VmText() {}

    /// What a file of a VM is for.
    enum Use {
        BOOT("boot"),
        DISK("disk"),
        CDROM("cdrom"),
        ;

        private final String word;

        Use(String word) {
            this.word = word;
        }

        /// vm.conf's word.
        String word() {
            return word;
        }
    }

    /// A file of a VM.
    ///
    /// @param path with its format behind it where that is given and not part of the name
    record Image(Use use, String path) {}

    /// In words, most important first: memory and so on. Of an instance what it shares with its
    /// parent is left out.
    static List<String> traits(Vm vm, Optional<Vm> parent) {
        List<String> traits = new ArrayList<>();
        if (!vm.enabled()) {
            traits.add("disabled");
        }
        if (parent.isEmpty() || parent.get().memory() != vm.memory()) {
            traits.add(memory(vm.memory()));
        }
        if (parent.isEmpty() ? vm.cpus() > 1 : parent.get().cpus() != vm.cpus()) {
            traits.add(vm.cpus() == 1 ? "1 cpu" : vm.cpus() + " cpus");
        }
        if (vm.boot().firmware() != Firmware.BIOS && vm.boot().image().isEmpty()) {
            traits.add(vm.boot().firmware().word());
        }
        if (vm.boot().device() != BootDevice.AUTO) {
            traits.add("boots " + vm.boot().device().word());
        }
        if (vm.seves() || vm.sev()) {
            traits.add(vm.seves() ? "seves" : "sev");
        }
        return traits;
    }

    /// The files it boots from and works on.
    static List<Image> images(Vm vm) {
        List<Image> images = new ArrayList<>();
        vm.boot().image().ifPresent(path -> images.add(new Image(Use.BOOT, path)));
        for (Disk disk : vm.disks()) {
            String format = disk.format().word();
            boolean told = disk.format() == DiskFormat.AUTO || disk.path().endsWith("." + format);
            images.add(new Image(Use.DISK, told ? disk.path() : disk.path() + " " + format));
        }
        vm.cdrom().ifPresent(path -> images.add(new Image(Use.CDROM, path)));
        return images;
    }

    /// A size as short as it can be: `512M`, `2G`, `1.5G`.
    static String memory(long bytes) {
        String size = MemorySize.shown(bytes);
        int point = size.indexOf(".0");
        return point < 0 ? size : size.substring(0, point) + size.substring(point + 2);
    }
}
