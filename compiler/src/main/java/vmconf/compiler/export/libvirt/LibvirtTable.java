package vmconf.compiler.export.libvirt;

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

/// What becomes of each key of a plan with libvirt.
final class LibvirtTable {
    private static final String ONE_NETWORK =
            "all local interfaces share one network with NAT, whose guests reach the host and not"
                    + " each other; vmd has a network of two addresses for each";

    private static final String PACE =
            "start.sh keeps order and pace; libvirt's own autostart knows neither";

    private static final String CONTROL = "who may speak to libvirt is settled in its own files";

    static final List<Mapping> ROWS =
            Stream.of(settings(), switches(), machine(), interfaces())
                    .flatMap(List::stream)
                    .toList();

    private LibvirtTable() {}

    private static List<Mapping> settings() {
        return List.of(
                row(SETTINGS, "vmconf-plan", EXACT, "metadata", "it is the version of our element"),
                row(SETTINGS, "target", EXACT, "", "what the file was checked for"),
                row(
                        SETTINGS,
                        "local/prefix",
                        EXACT,
                        "network/ip",
                        "the network has these addresses"),
                row(SETTINGS, "local/inet6", EXACT, "", "no IPv6 is asked for").when("false"),
                row(
                        SETTINGS,
                        "local/inet6",
                        DROPPED,
                        "metadata",
                        "the network of local interfaces has IPv4 only"),
                row(
                        SETTINGS,
                        "local/inet6-prefix",
                        DROPPED,
                        "metadata",
                        "the network of local interfaces has IPv4 only"),
                row(SETTINGS, "socket-owner/**", DROPPED, "", CONTROL),
                row(SETTINGS, "staggered-start/**", APPROXIMATED, "start.sh", PACE),
                row(SETTINGS, "agentx", DROPPED, "", "libvirt has no SNMP agent of its own"),
                row(SETTINGS, "agentx/**", DROPPED, "", "libvirt has no SNMP agent of its own"));
    }

    private static List<Mapping> switches() {
        return List.of(
                row(SWITCH, "id", EXACT, "", "a number for descriptions"),
                row(SWITCH, "name", EXACT, "network/name", "it is the network's name"),
                row(
                        SWITCH,
                        "enabled",
                        EXACT,
                        "",
                        "a switch that is disabled is left out, which is what vmd does"),
                row(SWITCH, "interface", EXACT, "network/bridge", "the bridge is the host's"),
                row(
                        SWITCH,
                        "group",
                        KEPT_AS_NOTE,
                        "network/metadata",
                        "Linux has no groups of interfaces that packet filters know by name"),
                row(
                        SWITCH,
                        "rdomain",
                        KEPT_AS_NOTE,
                        "network/metadata",
                        "it holds once the host's bridge is in a VRF: ip link set BRIDGE master VRF"),
                row(
                        SWITCH,
                        "locked-lladdr",
                        EXACT,
                        "domain/devices/interface/filterref",
                        "each interface that joins it has the filter"),
                row(SWITCH, "up", EXACT, "", "the bridge is up").when("true"),
                row(
                        SWITCH,
                        "up",
                        DROPPED,
                        "network/metadata",
                        "libvirt does not set a bridge of the host down"));
    }

    private static List<Mapping> machine() {
        return List.of(
                row(VM, "id", KEPT_AS_NOTE, "domain/metadata", "libvirt numbers what runs itself"),
                row(VM, "name", EXACT, "domain/name", "it is the domain's name"),
                row(VM, "enabled", EXACT, "start.sh", "start.sh starts it, or does not"),
                row(VM, "start/**", EXACT, "start.sh", "start.sh keeps order and pace"),
                row(VM, "start", EXACT, "start.sh", "start.sh does not start it"),
                row(
                        VM,
                        "instance-of",
                        EXACT,
                        "domain/metadata",
                        "it has everything that it takes over"),
                row(VM, "memory", EXACT, "domain/memory", "in bytes"),
                row(VM, "cpus", EXACT, "domain/vcpu", "as many processors"),
                row(
                        VM,
                        "boot/image",
                        APPROXIMATED,
                        "domain/os/kernel",
                        "it is taken for a Linux kernel without a command line or initial RAM disk,"
                                + " as nobody looks into it"),
                row(
                                VM,
                                "boot/device",
                                APPROXIMATED,
                                "domain/devices/interface/boot",
                                "it boots by PXE; nobody answers with an auto_install file")
                        .when("net"),
                row(
                        VM,
                        "boot/device",
                        EXACT,
                        "domain/devices/*/boot",
                        "other devices have no place"),
                row(VM, "boot/firmware", EXACT, "domain/os", "SeaBIOS, as with vmd").when("bios"),
                row(
                        VM,
                        "boot/firmware",
                        APPROXIMATED,
                        "domain/os",
                        "libvirt chooses among the UEFI firmware of its host"),
                row(
                        VM,
                        "boot/efivars",
                        EXACT,
                        "domain/os/nvram",
                        "the variables stay in that file"),
                row(VM, "disks", EXACT, "", "there is none"),
                row(VM, "disks/*/path", EXACT, "domain/devices/disk/source", "the same file"),
                row(
                                VM,
                                "disks/*/format",
                                APPROXIMATED,
                                "domain/devices/disk/driver",
                                "libvirt looks into no image: it is qcow2 where the name ends so, and raw"
                                        + " otherwise; write \"format raw\" or \"format qcow2\" behind it")
                        .when("auto")
                        .evenByDefault(),
                row(VM, "disks/*/format", EXACT, "domain/devices/disk/driver", "the same format"),
                row(VM, "cdrom", EXACT, "domain/devices/disk", "a SCSI drive, as with vmd"),
                row(
                        VM,
                        "owner/**",
                        KEPT_AS_NOTE,
                        "domain/metadata",
                        "libvirt has no owners; polkit rules can tell users and domains apart"),
                row(
                        VM,
                        "allow-instance/**",
                        KEPT_AS_NOTE,
                        "domain/metadata",
                        "libvirt makes no instances"),
                row(VM, "sev", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "seves", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "sev", REFUSED, "", "encryption of memory depends on the host's processor"),
                row(
                        VM,
                        "seves",
                        REFUSED,
                        "",
                        "encryption of memory depends on the host's processor"));
    }

    private static List<Mapping> interfaces() {
        String nic = "domain/devices/interface/";
        return List.of(
                row(VM, "interfaces", EXACT, "", "there is none"),
                row(VM, "interfaces/*/tap", EXACT, nic + "target", "the device has the same name"),
                row(VM, "interfaces/*/lladdr", EXACT, nic + "mac", "the same address"),
                row(
                        VM,
                        "interfaces/*/locked-lladdr",
                        EXACT,
                        nic + "filterref",
                        "libvirt's filter no-mac-spoofing"),
                row(
                        VM,
                        "interfaces/*/switch",
                        EXACT,
                        nic + "source",
                        "it joins that network; with none of that name it is a tap of its own"),
                row(
                        VM,
                        "interfaces/*/group",
                        KEPT_AS_NOTE,
                        "domain/metadata",
                        "Linux has no groups of interfaces that packet filters know by name"),
                row(
                        VM,
                        "interfaces/*/rdomain",
                        DROPPED,
                        "domain/metadata",
                        "libvirt puts no interface into a routing domain; what joins a bridge is"
                                + " where the bridge is"),
                row(VM, "interfaces/*/up", EXACT, nic + "link", "the link has the same state"),
                row(VM, "interfaces/*/local", EXACT, "", "it is not local"),
                row(
                        VM,
                        "interfaces/*/local/guest",
                        EXACT,
                        "network/ip/dhcp/host",
                        "the guest is given the same address"),
                row(
                                VM,
                                "interfaces/*/local/host-inet6",
                                DROPPED,
                                "",
                                "the network of local interfaces has IPv4 only")
                        .evenByDefault(),
                row(
                        VM,
                        "interfaces/*/local/dhcp/address",
                        EXACT,
                        "network/ip/dhcp/host",
                        "the guest is given the same address"),
                row(
                        VM,
                        "interfaces/*/local/dhcp/host-name",
                        EXACT,
                        "network/ip/dhcp/host",
                        "the guest is told the same name"),
                row(
                                VM,
                                "interfaces/*/local/dhcp/boot-file",
                                DROPPED,
                                "",
                                "libvirt would name one file to all guests")
                        .evenByDefault(),
                row(VM, "interfaces/*/local/**", APPROXIMATED, "network/ip", ONE_NETWORK)
                        .evenByDefault());
    }
}
