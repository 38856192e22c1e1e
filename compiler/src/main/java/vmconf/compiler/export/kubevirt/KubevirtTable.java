package vmconf.compiler.export.kubevirt;

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

/// What becomes of each key of a plan with KubeVirt.
final class KubevirtTable {
    private static final String NOTES = "annotations";
    private static final String UPLOADED =
            "it becomes a volume that upload.sh fills, as no node has the path";
    private static final String MASQUERADE =
            "every pod has the same small network behind NAT; no guest has an address of its own"
                    + " outside";
    private static final String USERS = "users of a host are none of a cluster; RBAC says who may";
    private static final String ENCRYPTED = "encryption of memory depends on the nodes' processors";

    private static final String PACED = "start.sh keeps order and pace";

    static final List<Mapping> ROWS =
            Stream.of(settings(), switches(), machine(), interfaces())
                    .flatMap(List::stream)
                    .toList();

    /// Where a script starts the machines.
    static final List<Mapping> STAGGERED =
            Stream.concat(
                            Stream.of(
                                    row(SETTINGS, "staggered-start/**", EXACT, "start.sh", PACED),
                                    row(VM, "start/**", EXACT, "start.sh", PACED)),
                            ROWS.stream())
                    .toList();

    private KubevirtTable() {}

    private static List<Mapping> settings() {
        return List.of(
                row(SETTINGS, "vmconf-plan", EXACT, "", "the version of the plan's form"),
                row(SETTINGS, "target", EXACT, "", "what the file was checked for"),
                row(SETTINGS, "local/**", DROPPED, "", MASQUERADE),
                row(SETTINGS, "socket-owner/**", DROPPED, "", USERS),
                row(
                        SETTINGS,
                        "staggered-start/**",
                        DROPPED,
                        "",
                        "the cluster starts machines in its own order, as there is room; --stagger gives start.sh"),
                row(SETTINGS, "agentx", DROPPED, "", "a cluster has no SNMP agent of machines"),
                row(SETTINGS, "agentx/**", DROPPED, "", "a cluster has no SNMP agent of machines"));
    }

    private static List<Mapping> switches() {
        return List.of(
                row(SWITCH, "id", EXACT, "", "a number for descriptions"),
                row(
                        SWITCH,
                        "name",
                        EXACT,
                        "metadata.name",
                        "the object's name; the note has it as it was"),
                row(SWITCH, "enabled", EXACT, "", "one that is disabled is left out, as with vmd"),
                row(SWITCH, "interface", EXACT, "spec.config", "the bridge has to be on the nodes"),
                row(SWITCH, "group", KEPT_AS_NOTE, NOTES, "network policies do not reach bridges"),
                row(SWITCH, "rdomain", DROPPED, NOTES, "a cluster has no routing domains"),
                row(SWITCH, "locked-lladdr", EXACT, "spec.config macspoofchk", "the same check"),
                row(SWITCH, "up", EXACT, "", "the bridge is up").when("true"),
                row(SWITCH, "up", DROPPED, NOTES, "nothing sets a bridge of the nodes down"));
    }

    private static List<Mapping> machine() {
        return List.of(
                row(VM, "id", KEPT_AS_NOTE, NOTES, "a cluster does not number machines"),
                row(
                        VM,
                        "name",
                        EXACT,
                        "metadata.name",
                        "the object's name; the note has it as it was"),
                row(VM, "enabled", EXACT, "spec.runStrategy", "Halted").when("false"),
                row(
                        VM,
                        "enabled",
                        APPROXIMATED,
                        "spec.runStrategy",
                        "RerunOnFailure: one that fails is started again"),
                row(VM, "start", EXACT, "spec.runStrategy", "Halted"),
                row(VM, "start/**", DROPPED, "", "the cluster starts machines in its own order"),
                row(VM, "instance-of", EXACT, NOTES, "it has everything that it takes over"),
                row(VM, "memory", EXACT, "domain.memory.guest", "in Mi"),
                row(VM, "cpus", EXACT, "domain.cpu.cores", "as many processors"),
                row(
                        VM,
                        "boot/image",
                        REFUSED,
                        "",
                        "a kernel would have to be in a container image, and firmware cannot be named"),
                row(VM, "boot/device", EXACT, "bootOrder", "in the order of vmd").when("auto"),
                row(
                        VM,
                        "boot/device",
                        APPROXIMATED,
                        "bootOrder",
                        "it boots so every time, where vmd ends the machine at its first reboot"),
                row(VM, "boot/firmware", EXACT, "domain.firmware.bootloader", "the same kind"),
                row(
                        VM,
                        "boot/efivars",
                        DROPPED,
                        NOTES,
                        "the firmware starts with variables of its own"),
                row(VM, "disks", EXACT, "", "there is none"),
                row(VM, "disks/*/path", APPROXIMATED, "volumes", UPLOADED),
                row(VM, "disks/*/format", EXACT, "upload.sh", "it becomes raw in the volume"),
                row(VM, "cdrom", APPROXIMATED, "volumes", UPLOADED),
                row(VM, "owner/**", KEPT_AS_NOTE, NOTES, USERS),
                row(VM, "allow-instance/**", KEPT_AS_NOTE, NOTES, USERS),
                row(VM, "sev", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "seves", EXACT, "", "memory is not encrypted").when("false"),
                row(VM, "sev", REFUSED, "", ENCRYPTED),
                row(VM, "seves", REFUSED, "", ENCRYPTED));
    }

    private static List<Mapping> interfaces() {
        return List.of(
                row(VM, "interfaces", EXACT, "", "there is none"),
                row(VM, "interfaces/*/tap", KEPT_AS_NOTE, NOTES, "the pod names its own devices"),
                row(VM, "interfaces/*/lladdr", EXACT, "macAddress", "the same address"),
                row(
                        VM,
                        "interfaces/*/locked-lladdr",
                        EXACT,
                        "macspoofchk",
                        "on a network of its own where the switch has both kinds"),
                row(VM, "interfaces/*/switch", EXACT, "multus.networkName", "on the same bridge"),
                row(
                        VM,
                        "interfaces/*/group",
                        KEPT_AS_NOTE,
                        NOTES,
                        "network policies do not reach bridges"),
                row(VM, "interfaces/*/rdomain", DROPPED, NOTES, "a cluster has no routing domains"),
                row(VM, "interfaces/*/up", EXACT, "state", "the link has the same state"),
                row(VM, "interfaces/*/local", EXACT, "", "it is not local"),
                row(VM, "interfaces/*/local/**", APPROXIMATED, "masquerade", MASQUERADE)
                        .evenByDefault());
    }
}
