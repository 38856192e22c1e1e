package vmconf.runtime.vmctl;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.MachineView;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.VmView;

/// `vmctl show ID`: a VM's line of the table, and below it what it is made of and what became of
/// it.
///
/// @param json print the daemon's answer
record ShowCommand(String vm, boolean json) {
    boolean run(Connection connection, Streams streams) throws Complaint {
        if (json) {
            return JsonAnswer.print(new Request.Show(vm), connection, streams);
        }
        Reply.Machine shown = shown(connection);
        streams.out().print(StatusTable.of(List.of(shown.vm())));
        streams.out().print("\n" + details(shown.vm(), Instant.now()) + machine(shown.machine()));
        streams.out().flush();
        return true;
    }

    private Reply.Machine shown(Connection connection) throws Complaint {
        try {
            return connection.ask(new Request.Show(vm));
        } catch (RefusedException e) {
            throw e.fault() == Fault.NO_SUCH_VM
                    ? Complaint.noSuchVm(vm, e.text())
                    : Complaint.of(e);
        }
    }

    private static String details(VmView vm, Instant now) {
        StringBuilder text = new StringBuilder();
        vm.since().ifPresent(since -> text.append("running since: %s%n".formatted(seconds(since))));
        vm.trouble().ifPresent(each -> text.append("unresponsive: %s%n".formatted(each)));
        vm.diskError().ifPresent(each -> text.append("disk error: %s%n".formatted(each)));
        if (vm.pending()) {
            String why = "it has another definition, which its next start takes";
            text.append("pending: %s%n".formatted(vm.unsettled().orElse(why)));
        }
        vm.tty().ifPresent(tty -> text.append("console: %s%n".formatted(tty)));
        String last =
                vm.lastExit()
                        .map(
                                exit ->
                                        "%s at %s (%s)"
                                                .formatted(
                                                        exit.text(),
                                                        seconds(exit.at()),
                                                        StatusCommand.ago(exit.at(), now)))
                        .orElse("none");
        return text.append("last exit: %s%n".formatted(last)).toString();
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String machine(MachineView machine) {
        StringBuilder text = new StringBuilder();
        text.append("starts with vmd: %s%n".formatted(machine.enabled() ? "yes" : "no"));
        machine.instanceOf().ifPresent(each -> text.append("instance of: %s%n".formatted(each)));
        machine.image().ifPresent(each -> text.append("boot image: %s%n".formatted(each)));
        if (!machine.bootDevice().equals("auto")) {
            text.append("boot device: %s%n".formatted(machine.bootDevice()));
        }
        for (int i = 0; i < machine.disks().size(); i++) {
            MachineView.DiskView disk = machine.disks().get(i);
            text.append("disk %d: %s (%s)%n".formatted(i, disk.path(), disk.format()));
        }
        machine.cdrom().ifPresent(each -> text.append("cdrom: %s%n".formatted(each)));
        for (int i = 0; i < machine.interfaces().size(); i++) {
            text.append("interface %d: %s%n".formatted(i, link(machine.interfaces().get(i))));
        }
        return text.toString();
    }

    private static String link(MachineView.InterfaceView link) {
        StringJoiner words = new StringJoiner(", ");
        words.add(connection(link)).add(link.lladdr() + (link.locked() ? " (locked)" : ""));
        link.host().ifPresent(host -> words.add("local, host " + host));
        link.guest().ifPresent(guest -> words.add("guest " + guest));
        link.switchName().ifPresent(name -> words.add("switch \"" + name + "\""));
        link.group().ifPresent(group -> words.add("group " + group));
        link.rdomain().ifPresent(rdomain -> words.add("rdomain " + rdomain));
        if (!link.up()) {
            words.add("down");
        }
        return words.toString();
    }

    private static String connection(MachineView.InterfaceView link) {
        return switch (link.link()) {
            case "user" -> "user-mode network";
            case "none" -> "not connected";
            default -> link.tap();
        };
    }
}
