package vmconf.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Boot;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.InstancePermission;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.UefiFirmware;

/// Plans and their parts for tests.
public final class Samples {
    public static final String MAC = "fe:e1:bb:d1:00:01";

    /// No firmware for UEFI.
    public static final UefiFirmware FIRMWARE = new UefiFirmware(List.of(), Path.of("/nowhere"));

    private Samples() {}

    public static Vm vm(int id, String name) {
        return new Vm(
                id,
                name,
                false,
                Optional.empty(),
                Optional.empty(),
                Vm.DEFAULT_MEMORY,
                1,
                Boot.DEFAULT,
                List.of(),
                Optional.empty(),
                List.of(),
                Owner.ROOT,
                InstancePermission.NONE,
                false,
                false);
    }

    public static Vm withDisks(Vm vm, String... paths) {
        return withDisks(
                vm, Stream.of(paths).map(path -> new Disk(path, DiskFormat.AUTO)).toList());
    }

    public static Vm withDisks(Vm vm, List<Disk> disks) {
        return new VmCopy(vm).disks(disks).vm();
    }

    /// With an image in its CD-ROM drive.
    public static Vm withDisc(Vm vm, String path) {
        return new VmCopy(vm).cdrom(path).vm();
    }

    public static Vm withBoot(Vm vm, Boot boot) {
        return new VmCopy(vm).boot(boot).vm();
    }

    public static Vm withLinks(Vm vm, Interface... links) {
        return new VmCopy(vm).interfaces(List.of(links)).vm();
    }

    public static Vm enabled(Vm vm) {
        return new VmCopy(vm).enabled(true).vm();
    }

    /// @param memory bytes
    public static Vm withMemory(Vm vm, long memory) {
        return new VmCopy(vm).memory(memory).vm();
    }

    /// A `local interface` of the VM with that id.
    public static Interface local(int id) {
        return link(
                Optional.empty(), Optional.of(local("100.64." + id + ".2", "100.64." + id + ".3")));
    }

    /// The addresses of a local interface.
    public static LocalAddress local(String host, String guest) {
        return new LocalAddress(host, guest, Optional.empty(), DhcpAnswer.to(guest, host));
    }

    public static Interface onSwitch(String name) {
        return link(Optional.of(name), Optional.empty());
    }

    /// An interface whose tap has a name.
    public static Interface onTap(String tap) {
        return new InterfaceCopy(unattached()).tap(tap).make();
    }

    /// The same on a switch.
    public static Interface onTap(String tap, String switchName) {
        return new InterfaceCopy(onSwitch(switchName)).tap(tap).make();
    }

    /// The same with `locked lladdr`.
    public static Interface locked(Interface link) {
        return new InterfaceCopy(link).locked().make();
    }

    public static Interface down(Interface link) {
        return new InterfaceCopy(link).down().make();
    }

    /// @param number of the routing domain
    public static Interface inDomain(Interface link, int number) {
        return new InterfaceCopy(link).rdomain(number).make();
    }

    public static Interface withGroup(Interface link, String group) {
        return new InterfaceCopy(link).group(group).make();
    }

    /// @param number of the routing domain
    public static Switch inDomain(Switch each, int number) {
        return new Switch(
                each.id(),
                each.name(),
                each.enabled(),
                each.bridge(),
                each.group(),
                Optional.of(number),
                each.lockedLladdr(),
                each.up());
    }

    public static Switch withGroup(Switch each, String group) {
        return new Switch(
                each.id(),
                each.name(),
                each.enabled(),
                each.bridge(),
                Optional.of(group),
                each.rdomain(),
                each.lockedLladdr(),
                each.up());
    }

    public static Interface unattached() {
        return link(Optional.empty(), Optional.empty());
    }

    private static Interface link(Optional<String> switchName, Optional<LocalAddress> local) {
        return new Interface(
                "tap", MAC, false, switchName, Optional.empty(), Optional.empty(), true, local);
    }

    public static Switch bridge(String name, String bridge) {
        return new Switch(
                Optional.of(1),
                name,
                true,
                bridge,
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }

    public static Plan plan(List<Switch> switches, Vm... vms) {
        return new Plan(
                Plan.VERSION,
                "native",
                LocalNetwork.DEFAULT,
                Owner.ROOT,
                new StaggeredStart(Optional.of(2L), 30),
                Optional.empty(),
                switches,
                List.of(vms));
    }
}
