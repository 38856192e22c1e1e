package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Keyword;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MemorySize;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Owner;
import vmconf.plan.Vm;

/// One VM, with what an instance takes over from its parent.
final class VmLowering {
    private final InterfaceLowering interfaces;

    VmLowering(InterfaceLowering interfaces) {
        this.interfaces = interfaces;
    }

    Vm vm(Directive.Vm block, int id, Optional<Vm> parent) {
        List<Directive.InVm> options = block.options();
        return new Vm(
                id,
                block.name().text(),
                Blocks.enabled(options),
                block.parent().map(Word::text).filter(name -> !name.isEmpty()),
                memory(options).or(() -> parent.map(Vm::memory)).orElse(Vm.DEFAULT_MEMORY),
                cpus(options).or(() -> parent.map(Vm::cpus)).orElse(1),
                boot(options),
                disks(options),
                cdrom(options).or(() -> parent.flatMap(Vm::cdrom)),
                interfaces.interfaces(block, id, parent),
                Blocks.last(options, Directive.Owner.class)
                        .map(each -> Owners.of(each.owner()))
                        .or(() -> parent.map(Vm::owner))
                        .orElse(Owner.ROOT),
                allowInstance(options, parent),
                sev(options),
                Blocks.last(options, Directive.Seves.class).isPresent());
    }

    private static Optional<Long> memory(List<Directive.InVm> options) {
        return Blocks.last(options, Directive.Memory.class)
                .map(Directive.Memory::size)
                .flatMap(size -> MemorySize.of(size.text(), size.isInteger()).value());
    }

    private static Optional<Integer> cpus(List<Directive.InVm> options) {
        return Blocks.last(options, Directive.Cpus.class)
                .map(each -> Integer.parseInt(each.count().text()));
    }

    private static Optional<String> cdrom(List<Directive.InVm> options) {
        return Blocks.last(options, Directive.Cdrom.class)
                .map(each -> each.path().text())
                .filter(path -> !path.isEmpty());
    }

    private static boolean sev(List<Directive.InVm> options) {
        return Blocks.last(options, Directive.Sev.class).isPresent()
                || Blocks.last(options, Directive.Seves.class).isPresent();
    }

    private static Boot boot(List<Directive.InVm> options) {
        return new Boot(
                Blocks.last(options, Directive.Boot.class)
                        .map(Directive.Boot::path)
                        .or(
                                () ->
                                        Blocks.last(options, Directive.Kernel.class)
                                                .map(Directive.Kernel::path))
                        .map(Word::text),
                Blocks.last(options, Directive.BootDevice.class)
                        .map(each -> device(each.device()))
                        .orElse(BootDevice.AUTO),
                Blocks.last(options, Directive.Firmware.class)
                        .map(each -> Firmware.valueOf(upper(each.name().text())))
                        .orElse(Firmware.BIOS),
                Blocks.last(options, Directive.Efivars.class).map(each -> each.path().text()));
    }

    private static BootDevice device(Keyword keyword) {
        return BootDevice.valueOf(keyword.name());
    }

    private static List<Disk> disks(List<Directive.InVm> options) {
        List<Disk> disks = new ArrayList<>();
        for (Directive.InVm option : options) {
            if (option instanceof Directive.Disk disk) {
                DiskFormat format =
                        disk.format()
                                .map(word -> DiskFormat.valueOf(upper(word.text())))
                                .orElse(DiskFormat.AUTO);
                disks.add(new Disk(disk.path().text(), format));
            }
        }
        return disks;
    }

    /// An instance takes over its parent's permissions where those allow instances of instances.
    private static InstancePermission allowInstance(
            List<Directive.InVm> options, Optional<Vm> parent) {
        List<Directive.InInstanceFlag> written =
                options.stream()
                        .filter(Directive.AllowInstance.class::isInstance)
                        .map(Directive.AllowInstance.class::cast)
                        .flatMap(each -> each.flags().stream())
                        .toList();
        if (written.isEmpty()) {
            return parent.map(Vm::allowInstance)
                    .filter(each -> each.flags().contains(InstanceFlag.INSTANCE))
                    .orElse(InstancePermission.NONE);
        }
        return new InstancePermission(
                written.stream().flatMap(each -> flag(each).stream()).distinct().sorted().toList(),
                Blocks.last(written, Directive.AllowOwner.class)
                        .map(each -> Owners.of(each.owner())));
    }

    private static Optional<InstanceFlag> flag(Directive.InInstanceFlag flag) {
        return switch (flag) {
            case Directive.AllowBoot _ -> Optional.of(InstanceFlag.BOOT);
            case Directive.AllowMemory _ -> Optional.of(InstanceFlag.MEMORY);
            case Directive.AllowInterface _ -> Optional.of(InstanceFlag.INTERFACE);
            case Directive.AllowDisk _ -> Optional.of(InstanceFlag.DISK);
            case Directive.AllowCdrom _ -> Optional.of(InstanceFlag.CDROM);
            case Directive.AllowInstances _ -> Optional.of(InstanceFlag.INSTANCE);
            case Directive.AllowOwner _, Directive.Broken _ -> Optional.empty();
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
