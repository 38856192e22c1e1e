package vmconf.compiler.export.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.compiler.export.Formats;
import vmconf.plan.Disk;
import vmconf.plan.Firmware;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Blueprint;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Drive;
import vmconf.plan.machine.GuestFiles;
import vmconf.plan.machine.Images;
import vmconf.plan.machine.TapCommands;
import vmconf.plan.machine.Uefi;

/// What the daemon would start for a VM, as far as the plan says it. Files of the guest are in the
/// folder from which the script runs.
///
/// @param emulated the host has no KVM
record Machine(Plan plan, Vm vm, boolean emulated) {
    static final String PROGRAM = "qemu-system-x86_64";

    private static final GuestFiles FILES =
            new GuestFiles(
                    Path.of("monitor.sock"),
                    Path.of("console.sock"),
                    Path.of("console.log"),
                    Path.of("pid"));

    List<String> command() {
        Blueprint blueprint =
                new Blueprint(
                        vm,
                        images(),
                        links(),
                        emulated ? Accelerator.TCG : Accelerator.KVM,
                        FILES,
                        Optional.empty());
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(Arguments.of(blueprint));
        return command;
    }

    Images images() {
        return new Images(
                vm.disks().stream().map(Machine::drive).toList(),
                vm.cdrom().map(Path::of),
                vm.boot().firmware() == Firmware.UEFI ? new BootImage.None() : boot(),
                Optional.of(vm.boot().firmware())
                        .filter(each -> each == Firmware.UEFI)
                        .map(_ -> uefi()));
    }

    private static Drive drive(Disk disk) {
        return new Drive(Path.of(disk.path()), Formats.taken(disk), List.of());
    }

    private BootImage boot() {
        return vm.boot()
                .image()
                .<BootImage>map(
                        path ->
                                new BootImage.Kernel(
                                        Path.of(path),
                                        Optional.empty(),
                                        BootImage.Kernel.DEFAULT_COMMAND_LINE))
                .orElseGet(BootImage.None::new);
    }

    private Uefi uefi() {
        Path variables = vm.boot().efivars().map(Path::of).orElse(Path.of("efivars.fd"));
        return new Uefi(Uefi.CODE, variables, Optional.of(Uefi.VARIABLES));
    }

    /// Local interfaces need no rights of the host, others are taps.
    List<Attachment> links() {
        return IntStream.range(0, vm.interfaces().size()).mapToObj(this::link).toList();
    }

    private Attachment link(int index) {
        Interface link = vm.interfaces().get(index);
        return link.local().isPresent()
                ? Attachment.withoutRights(link, List.of())
                : new Attachment.Tap(link.lladdr(), tap(index));
    }

    /// Where any free name will do, one that no other VM has.
    private String tap(int index) {
        String asked = vm.interfaces().get(index).tap();
        return asked.equals("tap") ? "vm%d-if%d".formatted(vm.id(), index) : asked;
    }

    /// Those of interfaces that are not local, in their order.
    List<Tap> taps() {
        return IntStream.range(0, vm.interfaces().size())
                .filter(each -> vm.interfaces().get(each).local().isEmpty())
                .mapToObj(this::tapOf)
                .toList();
    }

    private Tap tapOf(int index) {
        Interface link = vm.interfaces().get(index);
        Optional<Switch> joined = link.switchName().flatMap(plan::switchNamed);
        return new Tap(
                new TapCommands(tap(index)),
                "vm%d-if%d-%s".formatted(vm.id(), index, vm.name()),
                link,
                joined.map(Switch::bridge),
                Stream.concat(link.group().stream(), joined.flatMap(Switch::group).stream())
                        .distinct()
                        .toList());
    }

    /// The host's end of an interface.
    ///
    /// @param groups of links that it is in
    record Tap(
            TapCommands commands,
            String alias,
            Interface link,
            Optional<String> bridge,
            List<String> groups) {
        /// Makes it first, then what is left to do.
        List<List<String>> made() {
            return commands.all(alias, link, bridge, groups);
        }

        List<List<String>> undone() {
            return commands.undone(link, bridge, groups);
        }
    }
}
