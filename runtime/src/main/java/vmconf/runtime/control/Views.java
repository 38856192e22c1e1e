package vmconf.runtime.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.protocol.MachineView;
import vmconf.runtime.protocol.VmView;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.VmStatus;

/// VMs as clients see them.
record Views(Accounts accounts) {

    VmView vm(VmStatus status) {
        return new VmView(
                status.vm().id(),
                status.vm().name(),
                status.phase().name().toLowerCase(Locale.ROOT),
                status.pending(),
                status.unsettled(),
                status.guest().map(Guest::pid),
                status.vm().cpus(),
                status.vm().memory(),
                status.guest().map(Guest::residentBytes),
                status.guest().map(Guest::tty),
                accounts.describe(status.definition().owner()),
                status.since(),
                status.lastEnding()
                        .map(
                                ending ->
                                        new VmView.LastExit(
                                                ending.at(), ending.abnormal(), ending.text())),
                status.trouble(),
                status.diskTrouble());
    }

    /// @param links what each interface is connected to
    static MachineView machine(VmStatus status, List<String> links) {
        Vm vm = status.vm();
        return new MachineView(
                status.definition().enabled(),
                vm.instanceOf(),
                vm.boot().image(),
                vm.boot().device().name().toLowerCase(Locale.ROOT),
                vm.disks().stream()
                        .map(
                                each ->
                                        new MachineView.DiskView(
                                                each.path(),
                                                each.format().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                vm.cdrom(),
                links(vm.interfaces(), links));
    }

    private static List<MachineView.InterfaceView> links(
            List<Interface> interfaces, List<String> links) {
        return IntStream.range(0, interfaces.size())
                .mapToObj(index -> link(interfaces.get(index), links.get(index)))
                .toList();
    }

    private static MachineView.InterfaceView link(Interface link, String kind) {
        return new MachineView.InterfaceView(
                link.tap(),
                kind,
                link.lladdr(),
                link.lockedLladdr(),
                link.up(),
                link.switchName(),
                link.group(),
                link.rdomain(),
                link.local().map(LocalAddress::host),
                link.local().map(LocalAddress::guest));
    }
}
