package vmconf.compiler.export.openbsd;

import static vmconf.compiler.export.Fate.DROPPED;
import static vmconf.compiler.export.Fate.EXACT;
import static vmconf.compiler.export.Fate.KEPT_AS_NOTE;
import static vmconf.compiler.export.Fate.REFUSED;
import static vmconf.compiler.export.Mapping.row;
import static vmconf.plan.PlanBlock.Kind.SETTINGS;
import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.List;
import vmconf.compiler.export.Mapping;

/// What becomes of each key of a plan with OpenBSD's vmd. What a release lacks is known by reading
/// the file again, and refused.
final class OpenbsdTable {
    private static final String SAME = "the same directive";
    private static final String WRITTEN = "it is written in the interface, whoever gave it";
    private static final String FOLLOWS = "it follows from the place in the file, as before";

    static final List<Mapping> ROWS =
            List.of(
                    row(SETTINGS, "vmconf-plan", EXACT, "", "the version of the plan's form"),
                    row(SETTINGS, "target", EXACT, "", "what the file was checked for"),
                    row(SETTINGS, "local/prefix", EXACT, "local prefix", SAME),
                    row(SETTINGS, "local/inet6", EXACT, "local inet6", SAME),
                    row(SETTINGS, "local/inet6-prefix", EXACT, "local inet6", SAME),
                    row(SETTINGS, "socket-owner/**", EXACT, "socket owner", SAME),
                    row(SETTINGS, "staggered-start/**", EXACT, "staggered start", SAME),
                    row(SETTINGS, "agentx", EXACT, "", "none is asked for"),
                    row(SETTINGS, "agentx/**", EXACT, "agentx", SAME),
                    row(SWITCH, "id", EXACT, "", FOLLOWS),
                    row(SWITCH, "name", EXACT, "switch", SAME),
                    row(SWITCH, "enabled", EXACT, "disable", SAME),
                    row(SWITCH, "interface", EXACT, "interface", "with a hostname.if(5) file"),
                    row(SWITCH, "group", EXACT, "group", SAME),
                    row(SWITCH, "rdomain", EXACT, "rdomain", "with a line in the bridge's file"),
                    row(SWITCH, "locked-lladdr", EXACT, "locked lladdr", SAME),
                    row(SWITCH, "up", EXACT, "down", SAME),
                    row(VM, "id", EXACT, "", FOLLOWS),
                    row(VM, "name", EXACT, "vm", SAME),
                    row(VM, "enabled", EXACT, "disable", SAME),
                    row(VM, "start", EXACT, "disable", FOLLOWS),
                    row(VM, "start/**", EXACT, "", FOLLOWS),
                    row(
                            VM,
                            "instance-of",
                            KEPT_AS_NOTE,
                            "a comment",
                            "it is a machine like others, with all that it takes over written in it"),
                    row(VM, "memory", EXACT, "memory", SAME),
                    row(VM, "cpus", EXACT, "", "vmd gives one").when("1"),
                    row(VM, "cpus", DROPPED, "", "vmd gives a machine one processor"),
                    row(VM, "boot/image", EXACT, "boot", SAME),
                    row(VM, "boot/device", EXACT, "boot device", SAME),
                    row(VM, "boot/firmware", EXACT, "", "vmd has SeaBIOS").when("bios"),
                    row(VM, "boot/firmware", REFUSED, "", "vmd has no UEFI firmware"),
                    row(VM, "boot/efivars", REFUSED, "", "vmd has no UEFI firmware"),
                    row(VM, "disks", EXACT, "", "there is none"),
                    row(VM, "disks/**", EXACT, "disk", SAME),
                    row(VM, "cdrom", EXACT, "cdrom", SAME),
                    row(VM, "owner/**", EXACT, "owner", SAME),
                    row(VM, "allow-instance/**", EXACT, "allow instance", SAME),
                    row(VM, "sev", EXACT, "sev", SAME),
                    row(VM, "seves", EXACT, "seves", SAME),
                    row(VM, "interfaces", EXACT, "", "there is none"),
                    row(VM, "interfaces/*/tap", EXACT, "interface", SAME),
                    row(
                            VM,
                            "interfaces/*/lladdr",
                            EXACT,
                            "lladdr",
                            "it is always written, as vmd draws another one at each start"),
                    row(VM, "interfaces/*/locked-lladdr", EXACT, "locked lladdr", WRITTEN),
                    row(VM, "interfaces/*/switch", EXACT, "switch", SAME),
                    row(VM, "interfaces/*/group", EXACT, "group", SAME),
                    row(VM, "interfaces/*/rdomain", EXACT, "rdomain", WRITTEN),
                    row(VM, "interfaces/*/up", EXACT, "down", SAME),
                    row(VM, "interfaces/*/local", EXACT, "", "it is not local"),
                    row(VM, "interfaces/*/local/**", EXACT, "local interface", FOLLOWS));

    private OpenbsdTable() {}
}
