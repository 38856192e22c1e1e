package vmconf.compiler.export.qemu;

import static vmconf.compiler.export.Fate.APPROXIMATED;
import static vmconf.compiler.export.Fate.DROPPED;
import static vmconf.compiler.export.Fate.EXACT;
import static vmconf.compiler.export.Fate.KEPT_AS_NOTE;
import static vmconf.compiler.export.Fate.REFUSED;
import static vmconf.compiler.export.Mapping.row;
import static vmconf.plan.PlanBlock.Kind.SETTINGS;
import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.export.Mapping;

/// What becomes of each key of a plan in scripts for QEMU.
final class QemuTable {
    private static final String ENCRYPTION = "encryption of memory depends on the host's processor";
    private static final String NO_DOMAINS =
            "taps and bridges stay in the host's own routing domain";

    static final List<Mapping> ROWS =
            Stream.of(settings(), switches(), machine(), images(), interfaces())
                    .flatMap(List::stream)
                    .toList();

    private QemuTable() {}

    private static List<Mapping> settings() {
        return List.of(
                row(SETTINGS, "vmconf-plan", EXACT, "", "the scripts need no plan"),
                row(SETTINGS, "target", EXACT, "", "what the file was checked for"),
                row(SETTINGS, "local/prefix", EXACT, "-netdev", "the guests have these addresses"),
                row(SETTINGS, "local/inet6", EXACT, "", "no IPv6 is asked for").when("false"),
                row(
                        SETTINGS,
                        "local/**",
                        DROPPED,
                        "",
                        "QEMU's own network has IPv6 addresses of its own"),
                row(
                        SETTINGS,
                        "socket-owner/**",
                        DROPPED,
                        "",
                        "there is no daemon; who may write to a machine's folder controls it"),
                row(SETTINGS, "staggered-start/**", EXACT, "start.sh", "the same order and pace"),
                row(SETTINGS, "agentx", DROPPED, "", "there is no daemon"),
                row(SETTINGS, "agentx/**", DROPPED, "", "there is no daemon"));
    }

    private static List<Mapping> switches() {
        return List.of(
                row(SWITCH, "id", EXACT, "", "a number for descriptions"),
                row(SWITCH, "name", EXACT, "", "interfaces join its bridge"),
                row(SWITCH, "enabled", EXACT, "", "interfaces do not join one that is disabled"),
                row(SWITCH, "interface", EXACT, "ip link", "the bridge is the host's"),
                row(SWITCH, "group", EXACT, "ip link, nft", "that of each tap that joins it"),
                row(SWITCH, "rdomain", DROPPED, "", NO_DOMAINS),
                row(SWITCH, "locked-lladdr", EXACT, "bridge", "each port is locked"),
                row(SWITCH, "up", EXACT, "", "the bridge is up").when("true"),
                row(SWITCH, "up", DROPPED, "", "the scripts do not set a bridge down"));
    }

    private static List<Mapping> machine() {
        return List.of(
                row(VM, "id", EXACT, "ip link", "it is in the names of taps"),
                row(VM, "name", EXACT, "-name", "the same name"),
                row(VM, "enabled", EXACT, "start.sh", "start.sh starts it, or does not"),
                row(VM, "start/**", EXACT, "start.sh", "the same order and pace"),
                row(VM, "start", EXACT, "start.sh", "start.sh does not start it"),
                row(VM, "instance-of", EXACT, "", "it has everything that it takes over"),
                row(VM, "memory", EXACT, "-m", "the same size"),
                row(VM, "cpus", EXACT, "-smp", "as many processors"),
                row(VM, "owner/**", KEPT_AS_NOTE, "", "who starts a machine owns it"),
                row(VM, "allow-instance/**", KEPT_AS_NOTE, "", "there is no daemon to ask"),
                row(VM, "sev", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "seves", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "sev", REFUSED, "", ENCRYPTION),
                row(VM, "seves", REFUSED, "", ENCRYPTION));
    }

    private static List<Mapping> images() {
        return List.of(
                row(
                        VM,
                        "boot/image",
                        APPROXIMATED,
                        "-kernel",
                        "it is taken for a Linux kernel with a serial console and without an initial"
                                + " RAM disk, as nobody looks into it"),
                row(
                                VM,
                                "boot/device",
                                APPROXIMATED,
                                "-device",
                                "it boots by PXE; nobody answers with an auto_install file")
                        .when("net"),
                row(VM, "boot/device", EXACT, "-device", "the same order of devices"),
                row(VM, "boot/firmware", EXACT, "", "SeaBIOS, as with vmd").when("bios"),
                row(
                        VM,
                        "boot/firmware",
                        APPROXIMATED,
                        "-drive",
                        "it is OVMF where Debian's package ovmf has it"),
                row(VM, "boot/efivars", EXACT, "-drive", "the variables stay in that file"),
                row(VM, "disks", EXACT, "", "there is none"),
                row(VM, "disks/*/path", EXACT, "-drive", "the same file"),
                row(
                                VM,
                                "disks/*/format",
                                APPROXIMATED,
                                "-drive",
                                "nobody looks into the image: it is qcow2 where the name ends so, and"
                                        + " raw otherwise; write \"format raw\" or \"format"
                                        + " qcow2\" behind it")
                        .when("auto")
                        .evenByDefault(),
                row(VM, "disks/*/format", EXACT, "-drive", "the same format"),
                row(VM, "cdrom", EXACT, "-device", "a SCSI drive, as with vmd"));
    }

    private static List<Mapping> interfaces() {
        return List.of(
                row(VM, "interfaces", EXACT, "", "there is none"),
                row(VM, "interfaces/*/tap", EXACT, "ip tuntap", "a free name, vmN-ifM").when("tap"),
                row(VM, "interfaces/*/tap", EXACT, "ip tuntap", "the device has that name"),
                row(VM, "interfaces/*/lladdr", EXACT, "-device", "the same address"),
                row(
                        VM,
                        "interfaces/*/locked-lladdr",
                        EXACT,
                        "bridge, nft",
                        "what it sends from another address is dropped"),
                row(
                        VM,
                        "interfaces/*/switch",
                        EXACT,
                        "ip link",
                        "its tap joins the bridge; with no switch of that name it joins none"),
                row(
                        VM,
                        "interfaces/*/group",
                        EXACT,
                        "ip link, nft",
                        "its tap is in a group of links and in a set of the packet filter"),
                row(VM, "interfaces/*/rdomain", DROPPED, "", NO_DOMAINS),
                row(VM, "interfaces/*/up", EXACT, "ip link", "the link has the same state"),
                row(VM, "interfaces/*/local", EXACT, "", "it is not local"),
                row(
                        VM,
                        "interfaces/*/local/guest",
                        EXACT,
                        "-netdev",
                        "the guest is given the same address"),
                row(
                        VM,
                        "interfaces/*/local/dhcp/address",
                        EXACT,
                        "-netdev",
                        "the guest is given the same address"),
                row(
                                VM,
                                "interfaces/*/local/**",
                                APPROXIMATED,
                                "-netdev",
                                "it is QEMU's own network, in which the guest reaches others and"
                                        + " nobody reaches the guest")
                        .evenByDefault());
    }
}
