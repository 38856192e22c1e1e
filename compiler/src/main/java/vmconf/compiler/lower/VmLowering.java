package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.lower.Settings.Written;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MemorySize;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Start;
import vmconf.plan.Vm;

/// One VM, with what an instance takes over from its parent.
final class VmLowering {
    private final InterfaceLowering interfaces;
    private final Permissions permissions;
    private final StaggeredStart staggered;
    private int enabled;

    VmLowering(InterfaceLowering interfaces, Permissions permissions, StaggeredStart staggered) {
        this.interfaces = interfaces;
        this.permissions = permissions;
        this.staggered = staggered;
    }

    /// @param imaged the block whose boot image counts
    /// @param id from 1
    Vm vm(Directive.Vm block, Directive.Vm imaged, int id, Optional<Vm> parent, Trace trace) {
        trace.written(block.span());
        trace.at("id").derived("number of the block in the file");
        trace.at("name").written(block.name().span());
        Settings settings = new Settings(block.options(), parent, trace);
        boolean starts =
                settings.either("enabled", Directive.Enable.class, Directive.Disable.class);
        Boot boot = boot(block, imaged, trace.at("boot"));
        boolean seves = settings.flag("seves", Directive.Seves.class);
        return new Vm(
                id,
                block.name().text(),
                starts,
                starts ? Optional.of(start(trace.at("start"))) : notStarted(trace.at("start")),
                instanceOf(block, trace.at("instance-of")),
                memory(settings),
                settings.orParents(
                                "cpus",
                                Directive.Cpus.class,
                                each -> Written.of(each.count(), Integer::parseInt),
                                vm -> Optional.of(vm.cpus()))
                        .orElse(1),
                boot,
                disks(block.options(), trace.at("disks")),
                settings.orParents(
                        "cdrom", Directive.Cdrom.class, each -> Written.of(each.path()), Vm::cdrom),
                interfaces.interfaces(block, id, boot.device(), parent, trace.at("interfaces")),
                permissions.owner(settings),
                permissions.allowInstance(settings),
                sev(settings, seves),
                seves);
    }

    private static boolean sev(Settings settings, boolean seves) {
        boolean sev = settings.flag("sev", Directive.Sev.class);
        if (seves && !sev) {
            settings.trace().at("sev").derived("\"seves\" implies it");
        }
        return sev || seves;
    }

    private Start start(Trace trace) {
        trace.derived("place among the enabled VMs, and \"staggered start\"");
        return Start.of(++enabled, staggered);
    }

    private static Optional<Start> notStarted(Trace trace) {
        trace.derived("a disabled VM waits to be started");
        return Optional.empty();
    }

    private static Optional<String> instanceOf(Directive.Vm block, Trace trace) {
        Optional<Word> parent = block.parent().filter(each -> !each.text().isEmpty());
        parent.ifPresentOrElse(
                each -> trace.written(each.span()), () -> trace.standard("no instance"));
        return parent.map(Word::text);
    }

    private static long memory(Settings settings) {
        Function<Directive.Memory, Written<Long>> read =
                each -> new Written<>(bytes(each.size()), each.size().span());
        return settings.orParents(
                        "memory", Directive.Memory.class, read, vm -> Optional.of(vm.memory()))
                .orElse(Vm.DEFAULT_MEMORY);
    }

    private static long bytes(Word size) {
        return MemorySize.of(size.text(), size.isInteger()).value().orElse(Vm.DEFAULT_MEMORY);
    }

    private static Boot boot(Directive.Vm block, Directive.Vm imaged, Trace trace) {
        trace.derived("the settings in it");
        Settings settings = new Settings(block.options(), Optional.empty(), trace);
        return new Boot(
                image(new Settings(imaged.options(), Optional.empty(), trace)),
                settings.own(
                                "device",
                                Directive.BootDevice.class,
                                each -> new Written<>(device(each), each.span()))
                        .orElse(BootDevice.AUTO),
                settings.own(
                                "firmware",
                                Directive.Firmware.class,
                                each ->
                                        Written.of(
                                                each.name(), name -> Firmware.valueOf(upper(name))))
                        .orElse(Firmware.BIOS),
                settings.own("efivars", Directive.Efivars.class, each -> Written.of(each.path())));
    }

    /// Releases before 6.1 called it `kernel`.
    private static Optional<String> image(Settings settings) {
        boolean old =
                Blocks.last(settings.options(), Directive.Boot.class).isEmpty()
                        && Blocks.last(settings.options(), Directive.Kernel.class).isPresent();
        return old
                ? settings.own("image", Directive.Kernel.class, each -> Written.of(each.path()))
                : settings.own("image", Directive.Boot.class, each -> Written.of(each.path()));
    }

    private static BootDevice device(Directive.BootDevice directive) {
        return BootDevice.valueOf(directive.device().name());
    }

    private static List<Disk> disks(List<Directive.InVm> options, Trace trace) {
        List<Disk> disks = new ArrayList<>();
        for (Directive.InVm option : options) {
            if (option instanceof Directive.Disk disk) {
                disks.add(disk(disk, trace.at(disks.size())));
            }
        }
        if (disks.isEmpty()) {
            trace.standard(Directive.Disk.class);
        }
        return disks;
    }

    private static Disk disk(Directive.Disk disk, Trace trace) {
        trace.written(disk.span());
        trace.at("path").written(disk.path().span());
        disk.format()
                .ifPresentOrElse(
                        each -> trace.at("format").written(each.span()),
                        () -> trace.at("format").standard("detected when the VM starts"));
        return new Disk(
                disk.path().text(),
                disk.format()
                        .map(word -> DiskFormat.valueOf(upper(word.text())))
                        .orElse(DiskFormat.AUTO));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
