package vmconf.compiler.export.linux;

import static vmconf.compiler.export.Fate.DROPPED;
import static vmconf.compiler.export.Fate.EXACT;
import static vmconf.compiler.export.Fate.REFUSED;
import static vmconf.compiler.export.Mapping.row;
import static vmconf.plan.PlanBlock.Kind.SETTINGS;
import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.List;
import vmconf.compiler.export.Mapping;

/// What becomes of each key of a plan on a Linux host with this project's vmd. Most of it vmd reads
/// in the plan itself; what else the host needs for it is in the files beside.
final class LinuxHostTable {
    private static final String PLAN = "plan.yaml";
    private static final String DONE = "vmd does it";
    private static final String ENCRYPTED = "vmd encrypts no memory of guests";
    private static final String DOMAIN =
            "it is a network namespace, made by a unit of its own, with vmd --rdomain=netns";

    static final List<Mapping> ROWS =
            List.of(
                    row(
                            SETTINGS,
                            "local/prefix",
                            EXACT,
                            "vmd.nft",
                            "vmd gives the addresses, the" + " rules translate them"),
                    row(SETTINGS, "local/inet6", EXACT, "vmd-sysctl.conf", "with forwarding"),
                    row(
                            SETTINGS,
                            "local/inet6-prefix",
                            EXACT,
                            "vmd.nft",
                            "vmd gives the" + " addresses, the rules translate them"),
                    row(
                            SETTINGS,
                            "socket-owner/**",
                            EXACT,
                            "vmd-sysusers.conf",
                            "its group is" + " made where it is missing"),
                    row(SETTINGS, "agentx", EXACT, "", "none is asked for"),
                    row(SETTINGS, "agentx/**", DROPPED, "", "vmd has no SNMP agent"),
                    row(SETTINGS, "**", EXACT, PLAN, DONE),
                    row(
                            SWITCH,
                            "interface",
                            EXACT,
                            "10-vmd-*.netdev, vmd-interfaces",
                            "for" + " systemd-networkd or ifupdown"),
                    row(SWITCH, "group", EXACT, "vmd.nft", "a set of the links in it, kept by vmd"),
                    row(SWITCH, "rdomain", EXACT, "", "it is the host's own").when("0"),
                    row(SWITCH, "rdomain", EXACT, "vmd-rdomains.service", DOMAIN),
                    row(SWITCH, "up", EXACT, "10-vmd-*.network", "vmd sees to it, too"),
                    row(SWITCH, "**", EXACT, PLAN, DONE),
                    row(
                            VM,
                            "owner/**",
                            EXACT,
                            "vmd-sysusers.conf",
                            "its group is made where it is"
                                    + " missing; setup.sh names missing users"),
                    row(
                            VM,
                            "allow-instance/owner/**",
                            EXACT,
                            "vmd-sysusers.conf",
                            "its group is"
                                    + " made where it is missing; setup.sh names missing users"),
                    row(VM, "sev", EXACT, "", "memory is not encrypted").when("false"),
                    row(VM, "seves", EXACT, "", "memory is not encrypted").when("false"),
                    row(VM, "sev", REFUSED, "", ENCRYPTED),
                    row(VM, "seves", REFUSED, "", ENCRYPTED),
                    row(
                            VM,
                            "interfaces/*/group",
                            EXACT,
                            "vmd.nft",
                            "a set of the links in it," + " kept by vmd"),
                    row(VM, "interfaces/*/rdomain", EXACT, "", "it is the host's own").when("0"),
                    row(VM, "interfaces/*/rdomain", EXACT, "vmd-rdomains.service", DOMAIN),
                    row(VM, "**", EXACT, PLAN, DONE));

    private LinuxHostTable() {}
}
