package vmconf.compiler.export.pacemaker;

import static vmconf.compiler.export.Fate.APPROXIMATED;
import static vmconf.compiler.export.Fate.DROPPED;
import static vmconf.compiler.export.Fate.EXACT;
import static vmconf.compiler.export.Mapping.row;
import static vmconf.plan.PlanBlock.Kind.SETTINGS;
import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.export.Mapping;

/// What becomes of each key of a plan in a cluster: what libvirt makes of it, and what is otherwise
/// where there are several hosts.
final class PacemakerTable {
    private static final String PACE =
            "a group starts once the one before has started and the delay is over, whenever the"
                    + " cluster starts both in one go; a machine that is started alone waits for none";

    static final String SEEN =
            "taken for the same file on every node: name storage that all see with --shared FOLDER,"
                    + " or the only node that has it with --node NAME";

    private static final String CIB_ORDER = "cib/constraints/rsc_order";

    private static final List<Mapping> OWN =
            List.of(
                    row(
                            SETTINGS,
                            "local/prefix",
                            EXACT,
                            "network/ip",
                            "every node has a network with these addresses"),
                    row(
                            SETTINGS,
                            "socket-owner/**",
                            DROPPED,
                            "",
                            "who may speak to the cluster is settled by its own access lists"),
                    row(SETTINGS, "staggered-start/**", APPROXIMATED, CIB_ORDER, PACE),
                    row(
                            SWITCH,
                            "interface",
                            EXACT,
                            "network/bridge",
                            "the bridge is the host's; preflight.sh looks for it on each node"),
                    row(VM, "name", EXACT, "domain/name", "vm-NAME is the resource's name"),
                    row(
                                    VM,
                                    "enabled",
                                    APPROXIMATED,
                                    "target-role",
                                    "Started; what ends by itself, Pacemaker starts again")
                            .when("true"),
                    row(VM, "enabled", EXACT, "target-role", "Stopped"),
                    row(VM, "start/**", APPROXIMATED, CIB_ORDER, PACE),
                    row(VM, "start", EXACT, "target-role", "nobody starts it"),
                    row(
                            VM,
                            "memory",
                            EXACT,
                            "domain/memory, utilization host_memory",
                            "it runs where there is room for it"),
                    row(
                            VM,
                            "boot/firmware",
                            APPROXIMATED,
                            "domain/os",
                            "each node's libvirt chooses among its UEFI firmware, and keeps variables"
                                    + " of its own where the file names none"),
                    row(VM, "boot/efivars", APPROXIMATED, "domain/os/nvram", SEEN),
                    row(VM, "boot/device", EXACT, "", "the first device that boots").when("auto"),
                    row(
                            VM,
                            "boot/device",
                            EXACT,
                            "domain/devices/*/boot, op monitor on-fail",
                            "it ends where it reboots, and Pacemaker leaves it at that"),
                    row(VM, "disks/*/path", APPROXIMATED, "domain/devices/disk/source", SEEN),
                    row(VM, "cdrom", APPROXIMATED, "domain/devices/disk", SEEN),
                    row(
                                    VM,
                                    "interfaces/*/local/**",
                                    APPROXIMATED,
                                    "network/ip",
                                    "all local interfaces of a node share one network with NAT,"
                                            + " whose guests reach that node and not each other")
                            .evenByDefault());

    private PacemakerTable() {}

    /// @param libvirt what becomes of each key with libvirt; a row of ours takes the place of the
    /// one about the same, and the others of ours come first
    static List<Mapping> over(List<Mapping> libvirt) {
        List<Mapping> first =
                OWN.stream().filter(own -> libvirt.stream().noneMatch(own::isLike)).toList();
        Stream<Mapping> then =
                libvirt.stream()
                        .map(each -> OWN.stream().filter(each::isLike).findFirst().orElse(each));
        return Stream.concat(first.stream(), then).toList();
    }
}
