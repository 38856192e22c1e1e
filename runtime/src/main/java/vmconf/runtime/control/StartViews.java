package vmconf.runtime.control;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Disk;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Uefi;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.network.Rehearsal;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.StartView;
import vmconf.runtime.supervise.LaunchException;
import vmconf.runtime.supervise.Rehearsed;
import vmconf.runtime.supervise.Supervisor;

/// What clients are told of a start that is only rehearsed.
final class StartViews {
    private StartViews() {}

    /// A start that would be refused is refused here with the same words.
    static Reply of(Supervisor supervisor, Supplied supplied) {
        try {
            return new Reply.Shown(view(supervisor, supervisor.rehearse(supplied)));
        } catch (LaunchException e) {
            return new Reply.Failed(Fault.START_FAILED, e.getMessage());
        }
    }

    private static StartView view(Supervisor supervisor, Rehearsed start) {
        return new StartView(
                start.vm().id(),
                start.vm().name(),
                images(start.media()),
                start.command().folders().stream().map(Object::toString).toList(),
                start.network().commands(),
                start.network().answers().stream().map(StartViews::dhcp).toList(),
                start.command().arguments(),
                supervisor
                        .status()
                        .guest()
                        .map(
                                guest ->
                                        new StartView.Running(
                                                guest.pid(), ProcessId.command(guest.pid()))));
    }

    private static List<StartView.Image> images(Media media) {
        List<StartView.Image> images = new ArrayList<>();
        for (Disk disk : media.disks()) {
            images.add(image("disk" + images.size(), disk.path(), disk.format().word()));
        }
        media.cdrom().ifPresent(path -> images.add(image("cdrom", path, "raw")));
        media.uefi().ifPresent(each -> images.addAll(uefi(each)));
        switch (media.boot()) {
            case BootImage.None() -> {}
            case BootImage.Rom(var path) -> images.add(image("firmware", path, "rom"));
            case BootImage.Kernel(var path, var initrd, _) -> {
                images.add(image("kernel", path, "kernel"));
                initrd.ifPresent(file -> images.add(image("initrd", file, "initrd")));
            }
        }
        return images;
    }

    private static List<StartView.Image> uefi(Uefi uefi) {
        List<StartView.Image> images = new ArrayList<>();
        images.add(image("uefi", uefi.code(), "rom"));
        images.add(image("efivars", uefi.variables(), "raw"));
        uefi.template().ifPresent(file -> images.add(image("new efivars", file, "raw")));
        return images;
    }

    private static StartView.Image image(String use, Object path, String format) {
        return new StartView.Image(use, path.toString(), format);
    }

    private static StartView.Dhcp dhcp(Rehearsal.Told told) {
        DhcpAnswer answer = told.answer();
        return new StartView.Dhcp(
                told.index(),
                told.byHypervisor() ? "qemu" : "vmd",
                told.mac(),
                answer.address(),
                answer.netmask(),
                answer.router(),
                answer.nameServer(),
                answer.server(),
                answer.leaseTime(),
                answer.hostName(),
                answer.bootFile());
    }
}
